import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { Environment } from "../modules/environment.ts";

/**
 * The path of a file given as an absolute path or as `module/file`, which stands for `<module>/<folder>/<file>`;
 * undefined when there is no such file. Files and templates are found this way.
 */
export function findModuleFile(
  environment: Environment,
  reference: string,
  folder: string,
): string | undefined {
  const path = isAbsolute(reference) ? reference : inModule(environment, reference, folder);
  return path !== undefined && existsSync(path) ? path : undefined;
}

function inModule(environment: Environment, reference: string, folder: string): string | undefined {
  const slash = reference.indexOf("/");
  if (slash < 0) return undefined;
  const module = environment.module(reference.slice(0, slash));
  return module && join(module.path, folder, reference.slice(slash + 1));
}
