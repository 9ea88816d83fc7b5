import { Failure } from "../../diagnostics/failure.ts";
import type { Issue } from "../../diagnostics/issue.ts";
import type { Log } from "../../diagnostics/log.ts";
import { DirectoryEnvironment } from "../../modules/directory-environment.ts";
import type { Program } from "../../syntax/ast.ts";
import { LoadedDefinitions } from "./loaded-definitions.ts";

const NO_MODULES = new DirectoryEnvironment({ name: "validate", modulepath: [] });

/** Why the definitions of a program cannot stand beside each other, if they cannot; nothing is loaded or run for it. */
export function unusableDefinitions(program: Program, log: Log): Issue | undefined {
  try {
    new LoadedDefinitions(NO_MODULES, () => program, log).add(program);
    return undefined;
  } catch (failure) {
    if (failure instanceof Failure) return failure.issue;
    throw failure;
  }
}
