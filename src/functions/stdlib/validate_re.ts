import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import { toText } from "../../values/to-text.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { parseError } from "../parse-error.ts";

/** Fails unless a text matches one of several patterns; deprecated. */
export const validate_re = defineDeprecatedCheck(
  "validate_re",
  validateAdvice("Pattern[]"),
  (_call, args) => {
    validateRe(args);
    return null;
  },
);

/** Fails, with the third argument when there is one, unless a text matches one of several patterns. */
export function validateRe(args: readonly Value[]): void {
  const [text, patterns, message] = args;
  if (args.length < 2 || args.length > 3) {
    parseError(`validate_re(): wrong number of arguments (${args.length}; must be 2 or 3)`);
  }
  if (typeof text !== "string") {
    parseError(`validate_re(): input needs to be a String, not a ${rubyClass(text!)}`);
  }
  if (flattened([patterns!]).some((pattern) => asRegexp(pattern).test(text))) return;
  const words = `validate_re(): ${rubyInspect(text)} does not match ${rubyInspect(patterns!)}`;
  parseError(message === undefined || message === null ? words : toText(message));
}

function asRegexp(pattern: Value): Regexp {
  return pattern instanceof Regexp ? pattern : Regexp.checked(toText(pattern));
}
