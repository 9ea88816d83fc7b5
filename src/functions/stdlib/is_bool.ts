import { defineDeprecatedCheck, matchAdvice } from "../deprecated-check.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a boolean; deprecated. */
export const is_bool = defineDeprecatedCheck("is_bool", matchAdvice("Bool"), (_call, args) => {
  if (args.length !== 1) parseError(`is_bool(): Wrong number of arguments given (${args.length} for 1)`);
  return typeof args[0] === "boolean";
});
