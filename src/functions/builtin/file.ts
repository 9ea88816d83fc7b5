import { readFileSync } from "node:fs";
import { fail } from "../../diagnostics/failure.ts";
import { findModuleFile } from "../../modules/module-files.ts";
import { toText } from "../../values/to-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The content of the first of the files (absolute, or `module/file`) that there is. */
export const file = defineLegacyFunction("file", -2, ({ compilation }, args) => {
  for (const reference of args) {
    const path = findModuleFile("files", toText(reference), compilation.environment);
    if (path !== undefined) return readFileSync(path, "utf8");
  }
  fail("PARSE_ERROR", `Could not find any files from ${args.map(toText).join(", ")}`);
});
