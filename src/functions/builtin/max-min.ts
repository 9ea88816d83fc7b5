import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import {
  type BuiltinFunction,
  block,
  defineFunction,
  optionalBlock,
  param,
  repeatedParam,
} from "../../evaluate/functions/function.ts";
import type { Closure } from "../../values/closure.ts";
import { compareText } from "../../values/equality.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { leadingFloat } from "../numeric-text.ts";
import { warnOnce } from "../warn-once.ts";

type Compare = (a: Value, b: Value) => number;

const NUMERIC_TEXT = /^-?\d+([._eE]\d+)?$/;

/** `max` (sign 1) and `min` (sign -1): the first of the greatest or least arguments, or elements of one array. */
export function defineExtreme(name: "max" | "min", sign: 1 | -1): BuiltinFunction {
  const best = (values: readonly Value[], compare: Compare): Value => {
    if (values.length === 0) fail("ARGUMENT_ERROR", `${name}(): Wrong number of arguments need at least one`);
    return values.reduce((a, b) => (compare(b, a) * sign > 0 ? b : a));
  };
  const ofNumbers = (values: readonly Value[]) => best(values, (a, b) => (a! < b! ? -1 : a! > b! ? 1 : 0));
  const ofTexts = (call: Call, values: readonly Value[]) => best(values, (a, b) => compareAny(call, a, b));
  const ofArray =
    (plain: (call: Call, values: readonly Value[]) => Value) => (call: Call, values: readonly Value[]) =>
      call.block ? withBlock(values, call.block) : plain(call, values);
  const withBlock = (values: readonly Value[], closure: Closure) =>
    values.length === 0 ? null : best(values, (a, b) => Number(closure.call([a, b])));
  const twoArgs = "Callable[2,2]";
  return defineFunction(
    name,
    { params: [repeatedParam("Numeric", "values")], body: (_call, ...values: Value[]) => ofNumbers(values) },
    {
      params: [repeatedParam("String", "values")],
      body: (call, ...values: Value[]) => ofTexts(call, values),
    },
    {
      params: [param("Array[Numeric]", "values")],
      block: optionalBlock(twoArgs),
      body: ofArray((_call, values) => ofNumbers(values)),
    },
    { params: [param("Array[String]", "values")], block: optionalBlock(twoArgs), body: ofArray(ofTexts) },
    { params: [param("Array", "values")], block: optionalBlock(twoArgs), body: ofArray(ofTexts) },
    {
      params: [repeatedParam("Any", "values")],
      block: block(twoArgs),
      body: ({ block }, ...values: Value[]) => withBlock(values, block!),
    },
    { params: [repeatedParam("Any", "values")], body: (call, ...values: Value[]) => ofTexts(call, values) },
  );
}

/** Texts of numbers as numbers, everything else as text; both ways are deprecated for what is not of one kind. */
function compareAny(call: Call, a: Value, b: Value): number {
  const [x, y] = [rubyText(a), rubyText(b)];
  const { name } = call;
  if (NUMERIC_TEXT.test(x) && NUMERIC_TEXT.test(y)) {
    warnOnce(
      call,
      `${name}_function_numeric_coerce_string`,
      `The ${name}() function's auto conversion of String to Numeric is deprecated - change to convert input before calling, or use lambda`,
    );
    return leadingFloat(x) - leadingFloat(y);
  }
  if (typeof a !== "string" || typeof b !== "string") {
    warnOnce(
      call,
      `${name}_function_string_coerce_any`,
      `The ${name}() function's auto conversion of Any to String is deprecated - change to convert input before calling, or use lambda`,
    );
  }
  return compareText(x, y);
}

/** The greatest argument, or element of one array. */
const max = defineExtreme("max", 1);

/** The least argument, or element of one array. */
const min = defineExtreme("min", -1);

/** The functions of this chapter. */
export const maxMinFunctions: readonly BuiltinFunction[] = [max, min];
