import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { minus } from "./difference.ts";

/** Whether an array has an element, or all elements of another array. */
export const member = defineLegacyFunction("member", -1, (_call, args) => {
  const [array, wanted] = args;
  if (args.length < 2) parseError(`member(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(array)) parseError("member(): Requires array to work with");
  if (typeof wanted !== "string" && typeof wanted !== "bigint" && !Array.isArray(wanted)) {
    parseError("member(): Item to search for must be a string, fixnum, or array");
  }
  const items: readonly Value[] = Array.isArray(wanted) ? wanted : [wanted as Value];
  if (items.length === 0) parseError("member(): You must provide item to search for within array given");
  return minus(items, array).length === 0;
});
