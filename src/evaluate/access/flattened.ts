import type { Value } from "../../values/value.ts";

/** Keys with arrays among them replaced by their elements, at any depth. */
export function flattened(keys: readonly Value[]): readonly Value[] {
  if (!keys.some(Array.isArray)) return keys;
  return keys.flatMap((key) => (Array.isArray(key) ? flattened(key) : [key]));
}
