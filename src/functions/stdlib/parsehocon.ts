import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { readHocon } from "../../formats/hocon/read-hocon.ts";

/** The data in a HOCON text, or a default when it cannot be parsed. */
export const parsehocon = defineFunction("parsehocon", {
  params: [param("String", "hocon_string"), optionalParam("Any", "default")],
  body({ compilation }, text: string, fallback) {
    try {
      return readHocon(text, process.env);
    } catch (error) {
      const { message } = error as Error;
      compilation.log({ level: "debug", message: `Parsing hocon failed with error: ${message}` });
      return fallback === undefined ? fail("PARSE_ERROR", message) : fallback;
    }
  },
});
