import { resolve, sep } from "node:path";

/** A file that is in a module but where no definition can be. */
export const MISPLACED = Symbol("misplaced");

const DEFINITION_FOLDERS: ReadonlySet<string> = new Set(["manifests", "functions", "types", "plans"]);

/**
 * The namespace that a module's file holds by its path, in lower case; undefined for files outside of modules
 * and for the initial manifest.
 */
export function fileNamespace(
  file: string | undefined,
  modulepath: readonly string[],
  manifest: string | undefined,
): string | typeof MISPLACED | undefined {
  if (file === undefined || file === "" || !file.endsWith(".pp")) return undefined;
  const path = resolve(file);
  if (manifest !== undefined && path.startsWith(resolve(manifest))) return undefined;
  const folder = modulepath.map((each) => resolve(each) + sep).find((each) => path.startsWith(each));
  return folder === undefined ? undefined : namespaceOf(path.slice(folder.length).toLowerCase().split(sep));
}

/** `mod/manifests/a/b.pp` is `mod::a::b`, `mod/manifests/init.pp` is `mod`. */
function namespaceOf(parts: readonly string[]): string | typeof MISPLACED {
  const [module, folder] = parts;
  if (module === undefined || folder === undefined || !DEFINITION_FOLDERS.has(folder)) return MISPLACED;
  const names = [module, ...parts.slice(2, -1)];
  const file = parts.at(-1)!;
  if (parts.length !== 3 || file !== "init.pp") names.push(file.slice(0, -3));
  return names.join("::");
}
