import type { Call } from "../call.ts";
import { defineFunction, repeatedParam } from "../function.ts";
import { findModuleFile } from "../module-file.ts";

/** The path of the first of the file references (absolute, or `module/file`) that there is; undef for none. */
export const find_file = defineFunction(
  "find_file",
  { params: [repeatedParam("String", "paths")], body: (call, ...paths: string[]) => find(call, paths) },
  {
    params: [repeatedParam("Array[String]", "paths_array")],
    body: (call, paths: readonly string[] = []) => find(call, paths),
  },
);

function find({ compilation }: Call, paths: readonly string[]): string | null {
  for (const path of paths) {
    const found = findModuleFile(compilation.environment, path, "files");
    if (found !== undefined) return found;
  }
  return null;
}
