import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { readJson } from "../../formats/json/read-json.ts";

/** The data in a PSON text, or a default when it cannot be parsed. */
export const parsepson = defineFunction("parsepson", {
  params: [param("String[1]", "pson_string"), optionalParam("Any", "default")],
  body({ compilation }, text: string, fallback) {
    try {
      return readJson(text);
    } catch (error) {
      const { message } = error as Error;
      compilation.log({ level: "debug", message: `Parsing PSON failed with error: ${message}` });
      return fallback === undefined ? fail("PARSE_ERROR", message) : fallback;
    }
  },
});
