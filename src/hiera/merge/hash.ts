import { assertInstance } from "../../types/assert-instance.ts";
import type { Hash } from "../../values/hash.ts";
import { outline } from "../../values/outline.ts";
import type { Value } from "../../values/value.ts";
import { MergeStrategy } from "./strategy.ts";
import { HASH_VALUE } from "./value-types.ts";

/** A hash with the entries of all hashes; the higher priority wins, values are not looked into. */
export class HashMerge extends MergeStrategy {
  readonly name = "hash";

  override merge(high: Value, low: Value): Value {
    assertInstance("The first element of the merge", HASH_VALUE, outline(high, ""));
    assertInstance("The second element of the merge", HASH_VALUE, outline(low, ""));
    return (low as Hash).merge(high as Hash);
  }
}
