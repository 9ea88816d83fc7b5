import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environment.ts";

/** A file that may define what is looked for, and the module that it belongs to ("" for the environment). */
export interface AutoloadFile {
  readonly file: string;
  readonly moduleName: string;
}

/**
 * The manifests that may define a class or a defined type: `a::b::c` is looked for in manifests/b/c.pp of module
 * `a`, then in manifests/b.pp and manifests/init.pp.
 */
export function manifestCandidates(name: string, environment: Environment): AutoloadFile[] {
  const [moduleName = "", ...rest] = name.split("::");
  const module = environment.module(moduleName);
  if (!module) return [];
  const manifests = join(module.path, "manifests");
  const files = rest.map((_, dropped) => `${join(manifests, ...rest.slice(0, rest.length - dropped))}.pp`);
  return [...files, join(manifests, "init.pp")].filter(existsSync).map((file) => ({ file, moduleName }));
}

/**
 * The file that defines a function (`functions`) or a type (`types`) of the Puppet language by its qualified name. An
 * environment's files are named by the whole name, those of a module by what follows the module.
 */
export function definitionFile(
  folder: "functions" | "types",
  name: string,
  environment: Environment,
): AutoloadFile | undefined {
  const [owner = "", ...rest] = name.split("::");
  if (rest.length === 0 || owner === "environment") return environmentFile(folder, name, environment);
  return existingFile(environment.module(owner)?.path, [folder, ...rest], owner);
}

function environmentFile(
  folder: "functions" | "types",
  name: string,
  environment: Environment,
): AutoloadFile | undefined {
  const own = existingFile(environment.path, [folder, ...name.split("::")], "environment");
  if (own !== undefined || folder === "functions" || name.includes("::")) return own;
  return existingFile(environment.module(name)?.path, ["types", "init_typeset"], name);
}

function existingFile(
  root: string | undefined,
  path: readonly string[],
  moduleName: string,
): AutoloadFile | undefined {
  const file = root === undefined ? undefined : `${join(root, ...path)}.pp`;
  return file !== undefined && existsSync(file) ? { file, moduleName } : undefined;
}
