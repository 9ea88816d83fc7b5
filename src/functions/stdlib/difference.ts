import { hashKey } from "../../values/hash-key.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The elements of one array that another does not have. */
export const difference = defineLegacyFunction("difference", -1, (_call, args) => {
  if (args.length !== 2) parseError(`difference(): Wrong number of arguments given (${args.length} for 2)`);
  const [first, second] = args;
  if (!Array.isArray(first) || !Array.isArray(second)) parseError("difference(): Requires 2 arrays");
  return minus(first, second);
});

/** The elements of one array that another does not have; 1 and 1.0 differ. */
export function minus(first: readonly Value[], second: readonly Value[]): Value[] {
  const gone = new Set(second.map(hashKey));
  return first.filter((element) => !gone.has(hashKey(element)));
}
