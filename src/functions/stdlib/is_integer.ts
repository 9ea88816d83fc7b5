import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is an Integer, or a text of one. */
export const is_integer = defineLegacyFunction("is_integer", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_integer(): Wrong number of arguments given ${args.length} for 1`);
  return isIntegerLike(args[0]!);
});

/** Whether a value is an Integer, or a decimal text of one. */
export function isIntegerLike(value: Value): boolean {
  return typeof value === "bigint" || (typeof value === "string" && /^-?(?:[1-9]\d*|0)$/m.test(value));
}
