import { Timestamp } from "../values/timestamp.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import type { Mergeable } from "./range.ts";
import { TimeType } from "./time-type.ts";

/** `Timestamp[from, to]`: points in time. */
export class TimestampType extends TimeType<Timestamp> implements Mergeable<TimestampType> {
  static override readonly default: TimestampType = new TimestampType();
  override readonly name = "Timestamp";

  override isInstance(value: Value): boolean {
    return value instanceof Timestamp && this.holds(value);
  }

  override generalize(): Type {
    return TimestampType.default;
  }

  merge(other: TimestampType): TimestampType | undefined {
    const ends = this.joined(other);
    return ends && new TimestampType(...ends);
  }
}
