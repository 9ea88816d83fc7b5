import { readFileSync } from "node:fs";
import { fail } from "../../diagnostics/failure.ts";
import { toText } from "../../values/to-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { findModuleFile } from "../module-file.ts";

/** The content of the first of the files (absolute, or `module/file`) that there is. */
export const file = defineLegacyFunction("file", -2, ({ compilation }, args) => {
  for (const reference of args) {
    const path = findModuleFile(compilation.environment, toText(reference), "files");
    if (path !== undefined) return readFileSync(path, "utf8");
  }
  fail("PARSE_ERROR", `Could not find any files from ${args.map(toText).join(", ")}`);
});
