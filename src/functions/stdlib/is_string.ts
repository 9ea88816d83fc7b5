import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { isWordLike } from "../number-text-checks.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a text that is no number; deprecated. */
export const is_string = defineDeprecatedCheck("is_string", matchAdvice("String"), (_call, args) => {
  if (args.length === 0) parseError(`is_string(): Wrong number of arguments given (${args.length} for 1)`);
  return isWordLike(args[0]!);
});
