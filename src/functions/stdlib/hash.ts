import { Hash } from "../../values/hash.ts";
import { flattened } from "../builtin/flatten.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** A hash of the keys and values that stand in turn in an array. */
export const hash = defineLegacyFunction("hash", -1, (_call, [array, ...rest]) => {
  if (array === undefined) parseError(`hash(): Wrong number of arguments given (${rest.length} for 1)`);
  if (!Array.isArray(array)) parseError("hash(): Requires array to work with");
  const flat = flattened(array);
  if (flat.length % 2 !== 0) parseError("hash(): Unable to compute hash from array given");
  return Hash.from(Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]));
});
