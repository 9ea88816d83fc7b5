import { quoted } from "../values/quoted.ts";
import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import { type Bound, checkRange } from "./range.ts";
import { ScalarType } from "./scalar-type.ts";

/** A point or a span of time, in nanoseconds. */
export interface Time {
  readonly nanoseconds: bigint;
  toString(): string;
}

/** What `Timestamp[from, to]` and `Timespan[from, to]` share: a range of nanoseconds. */
export abstract class TimeType<T extends Time> extends ScalarType {
  readonly from: T | undefined;
  readonly to: T | undefined;

  constructor(from?: T, to?: T) {
    super();
    this.from = from;
    this.to = to;
    checkRange(this.min, this.max, (bound) => String(bound === this.min ? from : to));
  }

  get min(): Bound {
    return this.from?.nanoseconds ?? -Infinity;
  }

  get max(): Bound {
    return this.to?.nanoseconds ?? Infinity;
  }

  /** Whether a time lies in the range. */
  holds(time: Time): boolean {
    return this.min <= time.nanoseconds && time.nanoseconds <= this.max;
  }

  override accepts(other: Type): boolean {
    if (!(other instanceof TimeType) || other.name !== this.name) return false;
    return this.min <= other.min && other.max <= this.max;
  }

  /** The ends of the smallest range that covers this one and another, when they overlap. */
  protected joined(other: TimeType<T>): readonly [T | undefined, T | undefined] | undefined {
    if (this.max < other.min || other.max < this.min) return undefined;
    return [this.min <= other.min ? this.from : other.from, this.max >= other.max ? this.to : other.to];
  }

  override describe(format: TypeFormat): string {
    if (!this.from && !this.to) return this.name;
    const from = this.from ? quoted(String(this.from)) : "default";
    const isOne = this.from?.nanoseconds === this.to?.nanoseconds;
    return format.of(this.name, this.to && !isOne ? [from, quoted(String(this.to))] : [from]);
  }
}
