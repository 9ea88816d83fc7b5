import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** A type without ranges, sizes and literal strings; any other value as it is. */
export function generalize<T extends Value>(value: T): T | Type {
  return value instanceof Type ? value.generalize() : value;
}
