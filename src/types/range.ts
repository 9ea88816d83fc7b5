import { fail } from "../diagnostics/failure.ts";
import { floatToText } from "../values/float-text.ts";

/** An end of a range: a number of the range's kind, or `Infinity` / `-Infinity` where it is open. */
export type Bound = bigint | number;

/** Fails when a range ends before it starts. */
export function checkRange(min: Bound, max: Bound, words: (bound: Bound) => string = boundText): void {
  if (min <= max) return;
  fail("RUNTIME_ERROR", `'from' must be less or equal to 'to'. Got (${words(min)}, ${words(max)}`);
}

/** An end of a range in words. */
export function boundText(bound: Bound): string {
  return typeof bound === "bigint" ? String(bound) : floatToText(bound);
}

/** The parameters of a range as written in a type: none when open at both ends, `default` for an open start. */
export function rangeParameters(min: Bound, max: Bound): string[] {
  if (min === -Infinity && max === Infinity) return [];
  const from = min === -Infinity ? "default" : boundText(min);
  return max === Infinity ? [from] : [from, boundText(max)];
}

/** What `mergeRanges` joins. */
export interface Mergeable<T> {
  /** One range that covers both, or undefined when they are apart. */
  merge(other: T): T | undefined;
}

/** Join the ranges that touch or overlap, in the order Puppet gives them. */
export function mergeRanges<T extends Mergeable<T>>(ranges: readonly T[]): T[] {
  const result: T[] = [];
  let rest = [...ranges];
  while (rest.length > 0) {
    const unmerged: T[] = [];
    let memo = rest.pop() as T;
    for (const range of rest) {
      const merged = memo.merge(range);
      if (merged === undefined) unmerged.push(range);
      else memo = merged;
    }
    result.push(memo);
    rest = unmerged;
  }
  return result;
}
