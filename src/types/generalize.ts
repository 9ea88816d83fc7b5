import type { Value } from "../values/value.ts";
import { Type } from "./type.ts";

/** A type without ranges, sizes and literal strings; any other value as it is. */
export function generalize<T extends Value>(value: T): T | Type {
  return value instanceof Type ? value.generalize() : value;
}
