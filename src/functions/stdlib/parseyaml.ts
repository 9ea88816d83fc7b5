import { fail } from "../../diagnostics/failure.ts";
import { readYaml } from "../../formats/yaml/read-yaml.ts";
import { implicitText } from "../implicit-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parsedOrDefault } from "../read-or-default.ts";

/** The data in a YAML text, or a default when it cannot be parsed. */
export const parseyaml = defineLegacyFunction("parseyaml", -1, (_call, [text, fallback = null]) => {
  if (text === undefined) {
    fail("ARGUMENT_ERROR", "Wrong number of arguments. 1 or 2 arguments should be provided.");
  }
  return parsedOrDefault(() => implicitText(text), fallback, readYaml);
});
