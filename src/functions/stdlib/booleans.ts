import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { leadingInteger, rubyFloat } from "../numeric-text.ts";

/** The boolean that anything stands for: numbers by their sign, texts as `str2bool`, all else true. */
const any2bool = defineLegacyFunction("any2bool", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`any2bool(): Wrong number of arguments given (${rest.length} for 1)`);
  if (typeof value === "boolean") return value;
  if (typeof value === "bigint" || typeof value === "number") return isPositive(value);
  if (typeof value !== "string") return true;
  return rubyFloat(value) === undefined ? textToBoolean(value) : isPositive(value);
});

/** 1 for true and 0 for false, also of a text that stands for a boolean. */
const bool2num = defineLegacyFunction("bool2num", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`bool2num(): Wrong number of arguments given (${rest.length} for 1)`);
  return textToBoolean(value) ? 1n : 0n;
});

/** A boolean as text, or as one of two given texts. */
const bool2str = defineLegacyFunction("bool2str", -1, (_call, args) => {
  const [value, yes = "true", no = "false"] = args;
  if (args.length !== 1 && args.length !== 3) {
    parseError(`bool2str(): Wrong number of arguments given (${args.length} for 3)`);
  }
  if (typeof value !== "boolean") parseError("bool2str(): Requires a boolean to work with");
  if (typeof yes !== "string" || typeof no !== "string")
    parseError("bool2str(): Requires strings to convert to");
  return value ? yes : no;
});

/** Whether a number is greater than zero. */
const num2bool = defineLegacyFunction("num2bool", -1, (_call, args) => {
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

/** The boolean that a text stands for. */
const str2bool = defineLegacyFunction("str2bool", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`str2bool(): Wrong number of arguments given (${rest.length} for 1)`);
  return textToBoolean(value);
});

/** The boolean that yes, no, on a line of their own, and the like stand for; fails for other texts. */
export function textToBoolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") parseError("str2bool(): Requires string to work with");
  if (value === "" || /^$/m.test(value)) return false;
  if (/^(?:1|t|y|true|yes)$/im.test(value)) return true;
  if (/^(?:0|f|n|false|no)$/im.test(value) || /^(?:undef|undefined)$/m.test(value)) return false;
  return parseError("str2bool(): Unknown type of boolean given");
}

/** The functions of this chapter. */
export const booleanFunctions: readonly BuiltinFunction[] = [
  any2bool,
  bool2num,
  bool2str,
  num2bool,
  str2bool,
];
