import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** A boolean as text, or as one of two given texts. */
export const bool2str = defineLegacyFunction("bool2str", -1, (_call, args) => {
  const [value, yes = "true", no = "false"] = args;
  if (args.length !== 1 && args.length !== 3) {
    parseError(`bool2str(): Wrong number of arguments given (${args.length} for 3)`);
  }
  if (typeof value !== "boolean") parseError("bool2str(): Requires a boolean to work with");
  if (typeof yes !== "string" || typeof no !== "string")
    parseError("bool2str(): Requires strings to convert to");
  return value ? yes : no;
});
