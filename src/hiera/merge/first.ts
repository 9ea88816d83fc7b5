import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";
import { MergeStrategy } from "./strategy.ts";

/** The value of the first level that has one; no merge at all. */
export class FirstFound extends MergeStrategy {
  readonly name = "first";

  override merge(high: Value): Value {
    return high;
  }

  override lookup<T>(
    places: readonly T[],
    _invocation: Invocation,
    find: (place: T) => Value | undefined,
  ): Value | undefined {
    for (const place of places) {
      const value = find(place);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}
