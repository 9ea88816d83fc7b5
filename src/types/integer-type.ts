import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { NumericType } from "./numeric-type.ts";
import type { Bound, Mergeable } from "./range.ts";

/** `Integer[from, to]`: whole numbers of 64 bits. */
export class IntegerType extends NumericType implements Mergeable<IntegerType> {
  static override readonly default: IntegerType = new IntegerType();
  override readonly name = "Integer";

  /** The range of exactly one number. */
  static exactly(value: number | bigint): IntegerType {
    const exact = BigInt(value);
    return new IntegerType(exact, exact);
  }

  /** The lower end, or undefined when open. */
  get from(): bigint | undefined {
    return typeof this.min === "bigint" ? this.min : undefined;
  }

  /** The upper end, or undefined when open. */
  get to(): bigint | undefined {
    return typeof this.max === "bigint" ? this.max : undefined;
  }

  override isInstance(value: Value): boolean {
    return typeof value === "bigint" && this.holds(value);
  }

  override accepts(other: Type): boolean {
    return other instanceof IntegerType && this.covers(other);
  }

  override generalize(): Type {
    return IntegerType.default;
  }

  get isFinite(): boolean {
    return this.from !== undefined && this.to !== undefined;
  }

  /** This range as a size: nothing below zero. */
  toSize(): IntegerType {
    if (this.min >= 0) return this;
    return new IntegerType(0n, this.max < 0 ? 0n : this.max);
  }

  merge(other: IntegerType): IntegerType | undefined {
    if (!this.intersects(other) && !this.#adjacent(other)) return undefined;
    return this.span(other);
  }

  /** The smallest range that holds both. */
  span(other: IntegerType): IntegerType {
    return new IntegerType(lesser(this.min, other.min), greater(this.max, other.max));
  }

  override isIterable(): boolean {
    return true;
  }

  override iteratedType(): Type {
    return IntegerType.default;
  }

  #adjacent(other: IntegerType): boolean {
    return touches(this.to, other.from) || touches(other.to, this.from);
  }
}

function touches(end: bigint | undefined, start: bigint | undefined): boolean {
  return end !== undefined && start !== undefined && end + 1n === start;
}

function lesser(a: Bound, b: Bound): Bound {
  return a <= b ? a : b;
}

function greater(a: Bound, b: Bound): Bound {
  return a >= b ? a : b;
}
