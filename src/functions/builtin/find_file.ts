import type { Call } from "../../evaluate/functions/call.ts";
import { defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";
import { findModuleFile } from "../../modules/module-files.ts";

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
    const found = findModuleFile("files", path, compilation.environment);
    if (found !== undefined) return found;
  }
  return null;
}
