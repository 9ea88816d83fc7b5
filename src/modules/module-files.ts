import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { Environment } from "./environment.ts";

/** The folders of a module that files are named in as `module/file`. */
export type ModuleFolder = "files" | "templates" | "scripts" | "plugins" | "facts.d";

/** The file that `module/path` names in a folder of that module; absolute paths stand for themselves. */
export function findModuleFile(
  folder: ModuleFolder,
  name: string,
  environment: Environment,
): string | undefined {
  if (isAbsolute(name)) return existsSync(name) ? name : undefined;
  const cut = name.indexOf("/");
  const module = cut > 0 ? environment.module(name.slice(0, cut)) : undefined;
  if (!module) return undefined;
  const path = join(module.path, folder === "plugins" ? "lib" : folder, name.slice(cut + 1));
  return existsSync(path) ? path : undefined;
}

/** The manifests of a manifest setting: the file itself, or all *.pp files under the directory, sorted by path. */
export function manifestFiles(manifest: string): string[] {
  if (!statSync(manifest, { throwIfNoEntry: false })?.isDirectory()) return [manifest];
  return readdirSync(manifest, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(".pp") && !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
