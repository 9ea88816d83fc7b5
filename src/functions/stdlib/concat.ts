import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** An array with further arrays and elements put behind it. */
export const concat = defineLegacyFunction("concat", -1, (_call, args) => {
  const [first, ...rest] = args;
  if (args.length < 2) parseError(`concat(): Wrong number of arguments given (${args.length} for < 2)`);
  if (!Array.isArray(first)) parseError("concat(): Requires array to work with");
  return rest.reduce<Value[]>((all, more) => all.concat(more as Value[]), [...(first as readonly Value[])]);
});
