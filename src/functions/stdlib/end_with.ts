import { defineFunction, param } from "../../evaluate/functions/function.ts";

/** Whether a text ends with a text, or with any of several. */
export const end_with = defineFunction("stdlib::end_with", {
  params: [param("String", "test_string"), param("Variant[String[1],Array[String[1], 1]]", "suffixes")],
  returns: "Boolean",
  body: (_call, text: string, suffixes: string | readonly string[]) =>
    [suffixes].flat().some((suffix) => text.endsWith(suffix)),
});
