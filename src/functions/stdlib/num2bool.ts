import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { leadingInteger, rubyFloat } from "../numeric-text.ts";
import { parseError } from "../parse-error.ts";

/** Whether a number is greater than zero. */
export const num2bool = defineLegacyFunction("num2bool", -1, (_call, args) => {
  if (args.length !== 1) parseError(`num2bool(): Wrong number of arguments given (${args.length} for 1)`);
  return isPositive(args[0]!);
});

/** Whether the whole part of a number, or of one written as text, is greater than zero. */
export function isPositive(value: Value): boolean {
  if (typeof value === "bigint") return value > 0n;
  if (typeof value === "number") return Math.trunc(value) > 0;
  if (typeof value !== "string") return leadingInteger(rubyText(value)) > 0n;
  const number = rubyFloat(value);
  if (number !== undefined) return Math.trunc(number) > 0;
  const shown = JSON.stringify(value);
  return parseError(
    `num2bool(): '${value}' does not look like a number: invalid value for Float(): ${shown}`,
  );
}
