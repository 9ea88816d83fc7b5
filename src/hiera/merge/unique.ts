import { assertInstance } from "../../types/assert-instance.ts";
import { hashKey } from "../../values/hash-key.ts";
import type { Value } from "../../values/value.ts";
import { MergeStrategy } from "./strategy.ts";
import { UNIQUE_VALUE } from "./value-types.ts";

/** All values as one flat array without duplicates. */
export class UniqueMerge extends MergeStrategy {
  readonly name = "unique";

  override merge(high: Value, low: Value): Value {
    assertInstance("The first element of the merge", UNIQUE_VALUE, high);
    assertInstance("The second element of the merge", UNIQUE_VALUE, low);
    return distinct([...flat(high), ...flat(low)]);
  }

  protected override first(value: Value): Value {
    return flat(value);
  }

  protected override only(value: Value): Value {
    return Array.isArray(value) ? distinct(value) : value;
  }
}

function flat(value: Value): Value[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value];
}

/** The values without repetitions; the first of equal ones stays. */
export function distinct(values: readonly Value[]): Value[] {
  const seen = new Map<unknown, Value>();
  for (const value of values) {
    const key = hashKey(value);
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}
