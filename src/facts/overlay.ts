import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** A value with members replaced by path; an empty path replaces it whole, missing hashes on the way are made. */
export function overlaid(
  value: Value | undefined,
  changes: readonly (readonly [path: readonly string[], value: Value])[],
): Value | undefined {
  return changes.reduce((result, [path, member]) => replaced(result, path, member), value);
}

function replaced(value: Value | undefined, [key, ...rest]: readonly string[], member: Value): Value {
  if (key === undefined) return member;
  if (Array.isArray(value) && /^\d+$/.test(key)) {
    return value.map((one, index) => (index === Number(key) ? replaced(one, rest, member) : one));
  }
  const hash = value instanceof Hash ? value : Hash.empty;
  return hash.merge(Hash.from([[key, replaced(hash.get(key), rest, member)]]));
}
