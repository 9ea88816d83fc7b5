import { fail } from "../../diagnostics/failure.ts";
import { readJson } from "../../formats/json/read-json.ts";
import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parsedOrDefault } from "../read-or-default.ts";

/** The data in a JSON text, or a default when it cannot be parsed. */
export const parsejson = defineLegacyFunction("parsejson", -1, (_call, [text, fallback = null]) => {
  if (text === undefined) {
    fail("ARGUMENT_ERROR", "Wrong number of arguments. 1 or 2 arguments should be provided.");
  }
  return parsedOrDefault(() => implicitText(text), fallback, readJson);
});
