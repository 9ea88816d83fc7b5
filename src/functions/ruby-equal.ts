import { hashKey } from "../values/hash-key.ts";
import type { Value } from "../values/value.ts";

/** Ruby's `==`: case counts, 1 and 1.0 are equal, also inside arrays. */
export function rubyEqual(a: Value, b: Value): boolean {
  if (isNumber(a) && isNumber(b)) return a >= b && a <= b;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((element: Value, i: number) => rubyEqual(element, b[i]!));
  }
  return hashKey(a) === hashKey(b);
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === "bigint" || typeof value === "number";
}
