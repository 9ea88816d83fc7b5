import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { isNumericLike } from "../number-text-checks.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a number, or a text of one; deprecated. */
export const is_numeric = defineDeprecatedCheck("is_numeric", matchAdvice("Numeric"), (_call, args) => {
  if (args.length !== 1) parseError(`is_numeric(): Wrong number of arguments given ${args.length} for 1`);
  return isNumericLike(args[0]!);
});
