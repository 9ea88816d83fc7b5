import { Hash } from "../values/hash.ts";
import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { IntegerType } from "./integer-type.ts";
import { rangeParameters } from "./range.ts";

/** Any number of elements. */
export const ANY_SIZE = new IntegerType(0n);
/** At least one element. */
export const NOT_EMPTY = new IntegerType(1n);
/** No elements. */
export const EMPTY = new IntegerType(0n, 0n);

/** `Collection[from, to]`: arrays and hashes of some size. */
export class CollectionType extends Type {
  static readonly default: CollectionType = new CollectionType();
  readonly name: string = "Collection";
  readonly size: IntegerType | undefined;

  constructor(size?: IntegerType) {
    super();
    this.size = size?.toSize();
  }

  isInstance(value: Value, _guard?: Guard): boolean {
    if (Array.isArray(value)) return this.fits(value.length);
    return value instanceof Hash && this.fits(value.size);
  }

  accepts(other: Type, _guard?: Guard): boolean {
    return other instanceof CollectionType && this.sizeCovers(other.size ?? ANY_SIZE);
  }

  /** The number of elements, as a range. */
  get sizeRange(): IntegerType {
    return this.size ?? ANY_SIZE;
  }

  get isAlwaysEmpty(): boolean {
    return this.size?.min === 0n && this.size.max === 0n;
  }

  /** Whether a number of elements is allowed. */
  fits(count: number): boolean {
    return this.size === undefined || this.size.holds(count);
  }

  /** Whether every size of a range is allowed. */
  sizeCovers(size: IntegerType): boolean {
    return this.sizeRange.covers(size);
  }

  override generalize(): Type {
    return CollectionType.default;
  }

  /** As Puppet does it, the size is lost here. */
  override normalize(): Type {
    return CollectionType.default;
  }

  override isIterable(): boolean {
    return true;
  }

  describe(format: TypeFormat): string {
    return format.of(this.name, this.sizeParameters());
  }

  protected sizeParameters(): string[] {
    return this.size ? rangeParameters(this.size.min, this.size.max) : [];
  }
}
