import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { textToBoolean } from "./str2bool.ts";

/** Two arrays as one of pairs, or flat. */
export const zip = defineLegacyFunction("zip", -1, (_call, args) => {
  const [first, second, flat = false] = args;
  if (args.length < 2) parseError(`zip(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(first) || !Array.isArray(second)) parseError("zip(): Requires array to work with");
  const pairs = first.map((element: Value, i) => [element, (second[i] ?? null) as Value]);
  return textToBoolean(flat) ? flattened(pairs) : pairs;
});
