import { Hash } from "../values/hash.ts";
import { rubyClass } from "../values/ruby/class.ts";
import type { Value } from "../values/value.ts";
import type { Invocation } from "./invocation.ts";
import { lookupFail } from "./lookup-failure.ts";
import type { Segment } from "./split-key.ts";

/** Follow the segments of a dotted key into a value; undefined when the way ends before they do. */
export function subLookup(
  key: string,
  invocation: Invocation,
  segments: readonly Segment[],
  value: Value,
): Value | undefined {
  return invocation.with({ kind: "sub_lookup", segments }, () => {
    let found: Value | undefined = value;
    for (const segment of segments) {
      found = invocation.with({ kind: "segment" }, () => step(key, invocation, segment, found ?? null));
      if (found === undefined) return undefined;
    }
    return found;
  });
}

function step(key: string, invocation: Invocation, segment: Segment, value: Value): Value | undefined {
  const found = value === null ? undefined : member(key, segment, value);
  if (found === undefined) invocation.reportNotFound(String(segment));
  else invocation.reportFound(String(segment), found);
  return found;
}

function member(key: string, segment: Segment, value: Value): Value | undefined {
  if (Array.isArray(value) && typeof segment === "bigint")
    return segment < 0n ? undefined : value[Number(segment)];
  if (value instanceof Hash) return value.get(segment);
  return lookupFail(
    `Data Provider type mismatch: Got ${rubyClass(value)} when a hash-like object was expected to access value using '${segment}' from key '${key}'`,
  );
}
