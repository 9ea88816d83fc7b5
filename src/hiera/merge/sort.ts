import { fail } from "../../diagnostics/failure.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import { freeze, type Mutable, MutableArray } from "./mutable.ts";

/** Items in Ruby's order; halves are sorted and merged as glibc does, so the first pair that fails is the same. */
export function sorted(items: readonly Mutable[]): Mutable[] {
  if (items.length <= 1) return [...items];
  const middle = items.length >> 1;
  return merged(sorted(items.slice(0, middle)), sorted(items.slice(middle)));
}

function merged(left: readonly Mutable[], right: readonly Mutable[]): Mutable[] {
  const result: Mutable[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const first = compareSorted(left[l] as Mutable, right[r] as Mutable) <= 0;
    result.push((first ? left[l++] : right[r++]) as Mutable);
  }
  return [...result, ...left.slice(l), ...right.slice(r)];
}

/** Ruby's `<=>` for `sort_merged_arrays`: strings by code points, numbers by size, arrays by items; else it fails. */
function compareSorted(a: Mutable, b: Mutable): number {
  const order = compare(a, b);
  if (order !== undefined) return order;
  const special = b === null || !["string", "object"].includes(typeof b);
  const other = special ? rubyInspect(freeze(b)) : rubyClass(freeze(b));
  return fail("ARGUMENT_ERROR", `comparison of ${rubyClass(freeze(a))} with ${other} failed`);
}

function compare(a: Mutable, b: Mutable): number | undefined {
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof MutableArray && b instanceof MutableArray) return compareItems(a.items, b.items);
  return a === b ? 0 : undefined;
}

function isNumber(value: Mutable): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function compareItems(a: readonly Mutable[], b: readonly Mutable[]): number | undefined {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compare(a[at] as Mutable, b[at] as Mutable);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
