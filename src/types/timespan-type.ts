import { Timespan } from "../values/timespan.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import type { Mergeable } from "./range.ts";
import { TimeType } from "./time-type.ts";

/** `Timespan[from, to]`: lengths of time. */
export class TimespanType extends TimeType<Timespan> implements Mergeable<TimespanType> {
  static override readonly default: TimespanType = new TimespanType();
  override readonly name = "Timespan";

  override isInstance(value: Value): boolean {
    return value instanceof Timespan && this.holds(value);
  }

  override generalize(): Type {
    return TimespanType.default;
  }

  merge(other: TimespanType): TimespanType | undefined {
    const ends = this.joined(other);
    return ends && new TimespanType(...ends);
  }
}
