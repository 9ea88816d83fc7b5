import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { leadingInteger } from "../numeric-text.ts";
import { parseError } from "../parse-error.ts";

/** An array without the element at an index. */
export const delete_at = defineLegacyFunction("delete_at", -1, (_call, args) => {
  const [array, position] = args;
  if (args.length < 2) parseError(`delete_at(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(array)) parseError("delete_at(): Requires array to work with");
  if (typeof position === "string" && !/^\d+$/m.test(position)) {
    parseError("delete_at(): You must provide non-negative numeric index");
  }
  const index = Number(leadingInteger(rubyText(position!)));
  if (index > array.length - 1) parseError("delete_at(): Given index exceeds size of array given");
  return index < -array.length ? array : array.toSpliced(index, 1);
});
