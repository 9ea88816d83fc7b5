import type { Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { type Bound, checkRange, rangeParameters } from "./range.ts";
import { ScalarDataType } from "./scalar-data-type.ts";

/** `Numeric`: integers and floats. */
export class NumericType extends ScalarDataType {
  static override readonly default: NumericType = new NumericType();
  override readonly name: string = "Numeric";
  /** The lower end; `-Infinity` when open. */
  readonly min: Bound;
  /** The upper end; `Infinity` when open. */
  readonly max: Bound;

  constructor(min: Bound = -Infinity, max: Bound = Infinity) {
    super();
    checkRange(min, max);
    this.min = min;
    this.max = max;
  }

  override isInstance(value: Value): boolean {
    return (typeof value === "bigint" || typeof value === "number") && this.holds(value);
  }

  /** Whether a number lies in the range. */
  holds(value: Bound): boolean {
    return this.min <= value && value <= this.max;
  }

  get isUnbounded(): boolean {
    return this.min === -Infinity && this.max === Infinity;
  }

  /** Whether another range lies within this one. */
  covers(other: NumericType): boolean {
    return this.min <= other.min && other.max <= this.max;
  }

  override accepts(other: Type): boolean {
    return other instanceof NumericType && this.covers(other);
  }

  override describe(format: TypeFormat): string {
    return format.of(this.name, rangeParameters(this.min, this.max));
  }

  protected intersects(other: NumericType): boolean {
    return !(this.max < other.min || other.max < this.min);
  }
}
