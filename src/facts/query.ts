import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** The fact, or the member of a fact, that a dotted name leads to: `os.release.major`, `processors.models.0`. */
export function queried(facts: Hash, query: string): Value | undefined {
  const whole = facts.get(query);
  if (whole !== undefined) return whole;
  return parts(query).reduce<Value | undefined>(member, facts);
}

/** Parts in quotes may have dots: `mountpoints."/a.b"`. */
function parts(query: string): string[] {
  return (query.match(/"[^"]*"|[^.]+/g) ?? []).map((part) => part.replace(/^"(.*)"$/, "$1"));
}

function member(value: Value | undefined, key: string): Value | undefined {
  if (value instanceof Hash) return value.get(key);
  return Array.isArray(value) && /^\d+$/.test(key) ? value[Number(key)] : undefined;
}
