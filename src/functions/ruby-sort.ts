import { fail } from "../diagnostics/failure.ts";
import { compareText } from "../values/equality.ts";
import { rubyClass } from "../values/ruby/class.ts";
import { SemVer } from "../values/sem-ver.ts";
import { Timespan } from "../values/timespan.ts";
import { Timestamp } from "../values/timestamp.ts";
import { toText } from "../values/to-text.ts";
import type { Value } from "../values/value.ts";

/** Ruby's `<=>`: undefined for values that have no order. */
export function rubyCompare(a: Value, b: Value): number | undefined {
  if (typeof a === "string") return typeof b === "string" ? compareText(a, b) : undefined;
  if (typeof a === "bigint" || typeof a === "number") return compareNumber(a, b);
  if (Array.isArray(a)) return Array.isArray(b) ? compareArrays(a, b) : undefined;
  if (a instanceof SemVer) return b instanceof SemVer ? a.compare(b) : undefined;
  if (a instanceof Timestamp || a instanceof Timespan) return compareTime(a, b);
  return a === b ? 0 : undefined;
}

function compareNumber(a: bigint | number, b: Value): number | undefined {
  if (b instanceof Timestamp || b instanceof Timespan) return -b.compareToNumber(a);
  if (typeof b !== "bigint" && typeof b !== "number") return undefined;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTime(a: Timestamp | Timespan, b: Value): number | undefined {
  if (typeof b === "bigint" || typeof b === "number") return a.compareToNumber(b);
  if (!(b instanceof Timestamp || b instanceof Timespan) || b.typeName !== a.typeName) return undefined;
  return a.nanoseconds < b.nanoseconds ? -1 : a.nanoseconds > b.nanoseconds ? 1 : 0;
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number | undefined {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = rubyCompare(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** A sorted copy. Fails with Ruby's words when two elements have no order; earlier ones are named first. */
export function rubySort(values: readonly Value[], compare: typeof rubyCompare = rubyCompare): Value[] {
  if (values.length < 2) return [...values];
  const middle = values.length >> 1;
  return merged(rubySort(values.slice(0, middle), compare), rubySort(values.slice(middle), compare), compare);
}

function merged(left: readonly Value[], right: readonly Value[], compare: typeof rubyCompare): Value[] {
  const result: Value[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const order = compare(left[i]!, right[j]!) ?? incomparable(left[i]!, right[j]!);
    result.push(order <= 0 ? left[i++]! : right[j++]!);
  }
  return [...result, ...left.slice(i), ...right.slice(j)];
}

/** Fails as Ruby's `comparison of String with 1 failed`. */
export function incomparable(a: Value, b: Value): never {
  const shown =
    b === null ? "nil" : typeof b === "object" || typeof b === "string" ? rubyClass(b) : toText(b);
  fail("ARGUMENT_ERROR", `comparison of ${rubyClass(a)} with ${shown} failed`);
}
