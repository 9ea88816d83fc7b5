import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";

/** Gone from the language: says what to do instead. */
export const importFunction = defineFunction("import", {
  params: [repeatedParam("Any", "args")],
  body: () =>
    fail(
      "DISCONTINUED_IMPORT",
      "Use of 'import' has been discontinued in favor of a manifest directory. See http://links.puppet.com/puppet-import-deprecation",
    ),
});
