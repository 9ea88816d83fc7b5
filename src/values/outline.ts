import { Hash, Later } from "./hash.ts";
import type { Value } from "./value.ts";

/**
 * A value with something else in place of what is not worked out yet: for looking at it without working that out. A hash
 * whose keys are not all known either, as that of the facts, stays as it is.
 */
export function outline(value: Value, standIn: string): Value {
  if (!(value instanceof Hash) || !value.keysCertain || !value.hasLater) return value;
  return Hash.from(
    [...value.entriesWithLater()].map(([key, member]): [Value, Value] => [
      key,
      member instanceof Later ? standIn : outline(member, standIn),
    ]),
  );
}
