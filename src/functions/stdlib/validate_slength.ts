import { Failure } from "../../diagnostics/failure.ts";
import { codePointLength } from "../../types/code-points.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineDeprecatedCheck, validateAdvice } from "../deprecated-check.ts";
import { parseError } from "../parse-error.ts";
import { integerOf } from "../sprintf/arguments.ts";

const NAME = "validate_slength()";

/** Fails unless a text, or each of an array, has at most and at least so many characters; deprecated. */
export const validate_slength = defineDeprecatedCheck(
  "validate_slength",
  validateAdvice("String[]"),
  (_call, args) => {
    validateSlength(args);
    return null;
  },
);

/** Fails unless a text, or each of an array, has at most and at least so many characters. */
export function validateSlength(args: readonly Value[]): void {
  const [input, most, least] = args;
  if (args.length !== 2 && args.length !== 3) {
    parseError(`${NAME}: Wrong number of arguments (${args.length}; must be 2 or 3)`);
  }
  const max = length(most!, 1n, "second argument to be a positive Numeric");
  const min =
    least !== undefined && least !== false
      ? length(least, 0n, "third argument to be unset or a positive Numeric")
      : 0n;
  if (max < min) parseError(`${NAME}: Expected second argument to be equal to or larger than third argument`);
  if (typeof input === "string") {
    checkLength(input, input, min, max);
    return;
  }
  if (!Array.isArray(input)) {
    parseError(`${NAME}: Expected first argument to be a String or Array, got ${rubyClass(input!)}`);
  }
  for (const [i, text] of input.entries()) {
    if (typeof text === "string") checkLength(text, input, min, max);
    else
      parseError(`${NAME}: Expected element at array position ${i} to be a String, got ${rubyClass(text)}`);
  }
}

function length(value: Value, least: bigint, expected: string): bigint {
  const wrong = () => parseError(`${NAME}: Expected ${expected}, got ${rubyText(value)}:${rubyClass(value)}`);
  try {
    const number = integerOf(value);
    return number < least ? wrong() : number;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return wrong();
  }
}

function checkLength(text: string, input: string | readonly Value[], min: bigint, max: bigint): void {
  const size = codePointLength(text);
  if (size >= min && size <= max) return;
  const actual = typeof input === "string" ? size : input.length;
  parseError(
    `${NAME}: Expected length of ${rubyInspect(input)} to be between ${min} and ${max}, was ${actual}`,
  );
}
