import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";

/** A way of combining the values that several levels have for one key (Puppet::Pops::MergeStrategy). */
export abstract class MergeStrategy {
  /** Puppet's name of the strategy. */
  abstract readonly name: string;
  /** As given, `strategy` included; undefined when there are none. */
  readonly options: Hash | undefined;

  constructor(options?: Hash) {
    this.options = options;
  }

  /** Combine a value of higher priority with one of lower. */
  abstract merge(high: Value, low: Value): Value;

  /** What the first value found becomes when more may follow. */
  protected first(value: Value): Value {
    return value;
  }

  /** What the value becomes when there is only one place to look. */
  protected only(value: Value): Value {
    return value;
  }

  /** Look in several places and combine what is found; undefined when nothing is. */
  lookup<T>(
    places: readonly T[],
    invocation: Invocation,
    find: (place: T) => Value | undefined,
  ): Value | undefined {
    if (places.length === 1) {
      const value = find(places[0] as T);
      return value === undefined ? undefined : this.only(value);
    }
    if (places.length === 0) return undefined;
    return invocation.with({ kind: "merge", strategy: this }, () => {
      const result = this.#combine(places, find);
      if (result !== undefined) invocation.explainer?.result(result);
      return result;
    });
  }

  #combine<T>(places: readonly T[], find: (place: T) => Value | undefined): Value | undefined {
    let result: Value | undefined;
    for (const place of places) {
      const value = find(place);
      if (value === undefined) continue;
      result = result === undefined ? this.first(value) : this.merge(result, value);
    }
    return result;
  }
}
