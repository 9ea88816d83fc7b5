import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { mergeMismatch } from "./mismatch.ts";
import { MergeStrategy } from "./strategy.ts";

/** A hash with the entries of all hashes; the higher priority wins, values are not looked into. */
export class HashMerge extends MergeStrategy {
  readonly name = "hash";

  override merge(high: Value, low: Value): Value {
    const winner = assertHash("The first element of the merge", high);
    return assertHash("The second element of the merge", low).merge(winner);
  }
}

function assertHash(subject: string, value: Value): Hash {
  return value instanceof Hash ? value : mergeMismatch(subject, "a Hash value", value);
}
