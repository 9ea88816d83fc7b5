import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { NumericType } from "./numeric-type.ts";
import type { Mergeable } from "./range.ts";

/** `Float[from, to]`: floating point numbers. */
export class FloatType extends NumericType implements Mergeable<FloatType> {
  static override readonly default: FloatType = new FloatType();
  override readonly name = "Float";

  constructor(min = -Infinity, max = Infinity) {
    super(min, max);
  }

  override isInstance(value: Value): boolean {
    return typeof value === "number" && this.holds(value);
  }

  override accepts(other: Type): boolean {
    return other instanceof FloatType && this.covers(other);
  }

  override generalize(): Type {
    return FloatType.default;
  }

  merge(other: FloatType): FloatType | undefined {
    return this.intersects(other) ? this.span(other) : undefined;
  }

  /** The smallest range that holds both. */
  span(other: FloatType): FloatType {
    return new FloatType(
      Math.min(Number(this.min), Number(other.min)),
      Math.max(Number(this.max), Number(other.max)),
    );
  }
}
