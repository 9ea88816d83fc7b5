import { assertInstance } from "../../types/assert-instance.ts";
import { Hash, Later } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { MergeStrategy } from "./strategy.ts";
import { HASH_VALUE } from "./value-types.ts";

/** A value for type checks, with texts that are not worked out yet left empty. */
function outline(value: Value): Value {
  if (!(value instanceof Hash) || !value.hasLater) return value;
  return Hash.from(
    [...value.entriesWithLater()].map(([key, member]): [Value, Value] => [
      key,
      member instanceof Later ? "" : outline(member),
    ]),
  );
}

/** A hash with the entries of all hashes; the higher priority wins, values are not looked into. */
export class HashMerge extends MergeStrategy {
  readonly name = "hash";

  override merge(high: Value, low: Value): Value {
    assertInstance("The first element of the merge", HASH_VALUE, outline(high));
    assertInstance("The second element of the merge", HASH_VALUE, outline(low));
    return (low as Hash).merge(high as Hash);
  }
}
