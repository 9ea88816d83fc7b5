import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** An array or a text the other way round. */
export const reverse = defineLegacyFunction("reverse", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`reverse(): Wrong number of arguments given (${rest.length} for 1)`);
  if (typeof value === "string") return [...value].reverse().join("");
  return Array.isArray(value)
    ? value.toReversed()
    : parseError("reverse(): Requires either array or string to work with");
});
