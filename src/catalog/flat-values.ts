import type { Value } from "../values/value.ts";

/** The values of an array, of the arrays in it and so on; a lone value as an array of one; undef is left out. */
export function flatValues(value: Value): Value[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly Value[]).flatMap(flatValues) : [value];
}
