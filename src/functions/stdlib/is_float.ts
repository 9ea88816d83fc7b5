import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { isFloatLike } from "../number-text-checks.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a Float, or a text of one; deprecated. */
export const is_float = defineDeprecatedCheck("is_float", matchAdvice("Float"), (_call, args) => {
  if (args.length !== 1) parseError(`is_float(): Wrong number of arguments given ${args.length} for 1`);
  return isFloatLike(args[0]!);
});
