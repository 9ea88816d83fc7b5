import { defineFunction, param } from "../../evaluate/functions/function.ts";

/** Whether a text starts with a text, or with any of several. */
export const start_with = defineFunction("stdlib::start_with", {
  params: [param("String", "test_string"), param("Variant[String[1],Array[String[1], 1]]", "prefixes")],
  returns: "Boolean",
  body: (_call, text: string, prefixes: string | readonly string[]) =>
    [prefixes].flat().some((prefix) => text.startsWith(prefix)),
});
