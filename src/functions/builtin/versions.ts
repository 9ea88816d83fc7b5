import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import {
  defineFunction,
  defineFunctionWithTypes,
  optionalParam,
  param,
  repeatedParam,
} from "../../evaluate/functions/function.ts";
import { valueLabel } from "../../evaluate/value-label.ts";
import { compareText, compare as compareValues, foldAscii } from "../../values/equality.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import type { Value } from "../../values/value.ts";

/** -1, 0 or 1: how two versions of software are ordered. */
const versioncmp = defineFunction("versioncmp", {
  params: [param("String", "a"), param("String", "b"), optionalParam("Boolean", "ignore_trailing_zeroes")],
  body: (_call, a: string, b: string, ignoreTrailingZeroes = false) =>
    BigInt(ignoreTrailingZeroes ? compareVersions(normalized(a), normalized(b)) : compareVersions(a, b)),
});

const PIECES = /[-.]|\d+|[^-.\d]+/g;

/** The order of two versions, piece by piece: numbers by value, `-` and `.` before anything else. */
export function compareVersions(a: string, b: string): number {
  const left = a.match(PIECES) ?? [];
  const right = b.match(PIECES) ?? [];
  for (let i = 0; i < left.length && i < right.length; i++) {
    if (left[i] !== right[i]) return comparePieces(left[i]!, right[i]!);
  }
  return Math.sign(compareText(a, b));
}

function comparePieces(a: string, b: string): number {
  for (const separator of ["-", "."]) {
    if (a === separator) return -1;
    if (b === separator) return 1;
  }
  const numbers = /^[1-9]\d*$/.test(a) && /^[1-9]\d*$/.test(b);
  if (numbers) return BigInt(a) < BigInt(b) ? -1 : 1;
  return Math.sign(compareText(a.toUpperCase(), b.toUpperCase()));
}

function normalized(version: string): string {
  const [first = "", ...rest] = version.split("-");
  return [first.replace(/[.0]+$/, ""), ...rest].join("-");
}

const TIME = "Variant[Timespan, Timestamp]";
const order = (_call: unknown, a: Value, b: Value) => BigInt(Math.sign(compareValues(a, b)));

/** -1, 0 or 1: how two values of one kind are ordered. */
const compare = defineFunctionWithTypes(
  "compare",
  {
    TimeComparable: "Variant[Numeric, Timespan, Timestamp]",
    Comparable: "Variant[String, Semver, TimeComparable]",
  },
  { params: [param("Numeric", "a"), param("Numeric", "b")], body: order },
  {
    params: [param("String", "a"), param("String", "b"), optionalParam("Boolean", "ignore_case")],
    body: (_call, a: string, b: string, ignoreCase = true) =>
      BigInt(Math.sign(ignoreCase ? compareText(foldAscii(a), foldAscii(b)) : compareText(a, b))),
  },
  { params: [param("Semver", "a"), param("Semver", "b")], body: order },
  { params: [param("Numeric", "a"), param(TIME, "b")], body: order },
  { params: [param("Timestamp", "a"), param("Variant[Timestamp, Numeric]", "b")], body: order },
  { params: [param("Timespan", "a"), param("Variant[Timespan, Numeric]", "b")], body: order },
  {
    mismatch: true,
    params: [param("Comparable", "a"), param("Comparable", "b"), repeatedParam("Any", "ignore_case")],
    body: (_call, a, b, ...ignoreCase: Value[]) => whyNot(a!, b!, ignoreCase),
  },
  {
    mismatch: true,
    params: [param("Any", "a"), param("Any", "b"), repeatedParam("Any", "ignore_case")],
    body: (_call, a, b) =>
      "compare(): Non comparable type. Only values of the types Numeric, String, Semver, Timestamp and Timestamp " +
      `can be compared. Got ${valueLabel(a!)} and ${valueLabel(b!)}`,
  },
);

function whyNot(a: Value, b: Value, ignoreCase: readonly Value[]): Value {
  const [first] = ignoreCase;
  if (first !== undefined) {
    if (typeof a !== "string" || typeof b !== "string") {
      return "compare(): The third argument (ignore case) can only be used when comparing strings";
    }
    if (ignoreCase.length > 1) return `compare(): Accepts at most 3 arguments, got ${2 + ignoreCase.length}`;
    return `compare(): The third argument (ignore case) must be a Boolean. Got ${valueLabel(first)}`;
  }
  if (rubyClass(a) === rubyClass(b)) return null;
  return (
    "compare(): Can only compare values of the same type (or for Timestamp/Timespan also against Numeric). " +
    `Got ${valueLabel(a)} and ${valueLabel(b)}`
  );
}

/** The functions of this chapter. */
export const versionFunctions: readonly BuiltinFunction[] = [versioncmp, compare];
