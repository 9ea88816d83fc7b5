import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is an array; deprecated. */
export const is_array = defineDeprecatedCheck("is_array", matchAdvice("Array"), (_call, args) => {
  if (args.length === 0) parseError(`is_array(): Wrong number of arguments given (${args.length} for 1)`);
  return Array.isArray(args[0]);
});
