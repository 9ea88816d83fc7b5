import { infer } from "../types/infer.ts";
import type { Value } from "../values/value.ts";

/** The general type of a value as messages about keys name it: `Integer`, `Array[String]`, `Undef`. */
export function typeNameOf(value: Value): string {
  return infer(value).generalize().toString();
}
