import { readFileSync } from "node:fs";
import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { findModuleFile } from "../../modules/module-files.ts";
import { Binary } from "../../values/binary.ts";

/** The content of a file (absolute, or `module/file`) as a Binary. */
export const binary_file = defineFunction("binary_file", {
  params: [param("String", "path")],
  body({ compilation }, reference: string) {
    const path = findModuleFile("files", reference, compilation.environment);
    if (path === undefined)
      fail("PARSE_ERROR", `binary_file(): The given file '${reference}' does not exist`);
    return new Binary(readFileSync(path));
  },
});
