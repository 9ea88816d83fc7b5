import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { compareText } from "../../values/equality.ts";

/** -1, 0 or 1: how two versions of software are ordered. */
export const versioncmp = defineFunction("versioncmp", {
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
