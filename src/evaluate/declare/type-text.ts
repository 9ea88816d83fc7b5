import { inference } from "../../types/inference.ts";
import type { Value } from "../../values/value.ts";

/** The type of a value as messages name it: without ranges, sizes and literal strings. */
export function generalizedTypeText(value: Value): string {
  return inference.infer(value).generalize().toString();
}
