import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import type { Value } from "../../values/value.ts";
import { mergeMismatch } from "./mismatch.ts";
import { MergeStrategy } from "./strategy.ts";

/** All values as one flat array without duplicates. */
export class UniqueMerge extends MergeStrategy {
  readonly name = "unique";

  override merge(high: Value, low: Value): Value {
    assertScalarOrArray("The first element of the merge", high);
    assertScalarOrArray("The second element of the merge", low);
    return distinct([...flat(high), ...flat(low)]);
  }

  protected override first(value: Value): Value {
    return flat(value);
  }

  protected override only(value: Value): Value {
    return Array.isArray(value) ? distinct(value) : value;
  }
}

function assertScalarOrArray(subject: string, value: Value): void {
  if (value === null || value instanceof Hash)
    mergeMismatch(subject, "a value of type Scalar or Array", value);
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
