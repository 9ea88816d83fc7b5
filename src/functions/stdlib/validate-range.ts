import { Failure } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { parseError } from "../legacy-function.ts";
import { floatOf, integerOf } from "../sprintf/arguments.ts";
import { defineDeprecatedCheck, validateAdvice } from "./deprecated-checks.ts";

type Numeric = bigint | number;

/** What distinguishes `validate_integer` from `validate_numeric`. */
export interface NumberKind {
  readonly name: string;
  /** `an Integer`, `a Numeric`. */
  readonly label: string;
  /** Fails for what is no such number. */
  readonly parse: (text: string) => Numeric;
}

/** Fail unless the first argument is a number, or an array of numbers, between optional limits (greatest first). */
export function validateRange(kind: NumberKind, args: readonly Value[]): void {
  const { name, label } = kind;
  if (args.length === 0 || args.length > 3) {
    parseError(`${name}(): Wrong number of arguments; must be 1, 2 or 3, got ${args.length}`);
  }
  const [input, most, least] = args;
  const max =
    most === undefined || (args.length > 2 && rubyText(most) === "")
      ? undefined
      : limit(kind, "second", most);
  const min = least === undefined ? undefined : limit(kind, "third", least);
  if (min !== undefined && max !== undefined && min > max) {
    const got = `${rubyText(max)} < ${rubyText(min)}`;
    parseError(`${name}(): Expected second argument to be larger than third argument, got ${got}`);
  }
  if (input instanceof Hash) {
    parseError(`validate_integer(): Expected first argument to be ${label} or Array, got Hash`);
  }
  const check = (value: Value, shown: string) => inRange(kind, value, input!, { min, max, shown });
  if (!Array.isArray(input)) check(input!, "first argument");
  else for (const [i, value] of input.entries()) check(value, `element at array position ${i}`);
}

function limit(kind: NumberKind, which: string, value: Value): Numeric {
  const text = rubyText(value);
  return (
    parsed(kind, text) ??
    parseError(`${kind.name}(): Expected ${which} argument to be unset or ${kind.label}, got ${text}:String`)
  );
}

function parsed(kind: NumberKind, text: string): Numeric | undefined {
  try {
    return kind.parse(text);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

interface Limits {
  readonly min: Numeric | undefined;
  readonly max: Numeric | undefined;
  readonly shown: string;
}

function inRange(kind: NumberKind, value: Value, input: Value, { min, max, shown }: Limits): void {
  const number = value instanceof Hash ? undefined : parsed(kind, rubyText(value));
  if (number === undefined) {
    const wanted = shown === "first argument" ? `${kind.label} or Array` : kind.label;
    parseError(`${kind.name}(): Expected ${shown} to be ${wanted}, got ${rubyClass(value)}`);
  }
  const text = rubyInspect(input === value ? number : input);
  if (max !== undefined && number > max) {
    parseError(`${kind.name}(): Expected ${text} to be smaller or equal to ${rubyText(max)}, got ${text}.`);
  }
  if (min !== undefined && number < min) {
    parseError(`${kind.name}(): Expected ${text} to be greater or equal to ${rubyText(min)}, got ${text}.`);
  }
}

/** Fails unless its argument is an Integer, or an array of such, between limits; deprecated. */
const validate_integer = defineDeprecatedCheck(
  "validate_integer",
  validateAdvice("Stdlib::Compat::Integer"),
  (_call, args) => {
    validateInteger(args);
    return null;
  },
);

/** Fails unless the first argument is an Integer, or an array of such, between limits. */
export function validateInteger(args: readonly Value[]): void {
  validateRange({ name: "validate_integer", label: "an Integer", parse: integerOf }, args);
}

/** Fails unless its argument is a Numeric, or an array of such, between limits; deprecated. */
const validate_numeric = defineDeprecatedCheck(
  "validate_numeric",
  validateAdvice("Stdlib::Compat::Numeric"),
  (_call, args) => {
    validateNumeric(args);
    return null;
  },
);

/** Fails unless the first argument is a Numeric, or an array of such, between limits. */
export function validateNumeric(args: readonly Value[]): void {
  validateRange({ name: "validate_numeric", label: "a Numeric", parse: floatOf }, args);
}

/** The functions of this chapter. */
export const validateRangeFunctions: readonly BuiltinFunction[] = [validate_integer, validate_numeric];
