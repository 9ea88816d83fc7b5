import type { Value } from "../values/value.ts";

/** Only undef and false are false: an empty string, zero and empty collections are true. */
export function isTrue(value: Value): boolean {
  return value !== null && value !== false;
}
