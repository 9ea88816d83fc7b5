import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { ArrayType } from "./array-type.ts";
import { ANY_SIZE, CollectionType } from "./collection-type.ts";
import { IntegerType } from "./integer-type.ts";
import { rangeParameters } from "./range.ts";
import { VariantType } from "./variant-type.ts";

/** `Tuple[A, B, from, to]`: arrays typed by position; the last type repeats up to the greatest size. */
export class TupleType extends Type {
  static readonly default = new TupleType([]);
  readonly name = "Tuple";
  readonly types: readonly Type[];
  readonly size: IntegerType | undefined;

  constructor(types: readonly Type[], size?: IntegerType) {
    super();
    this.types = types;
    this.size = size?.toSize();
  }

  /** The number of elements, as a range. */
  get sizeRange(): IntegerType {
    if (this.size) return this.size;
    return this.types.length === 0 ? ANY_SIZE : IntegerType.exactly(this.types.length);
  }

  /** The type of the element at an index; undefined when there are no types. */
  at(index: number): Type | undefined {
    return this.types[index] ?? this.types.at(-1);
  }

  isInstance(value: Value, guard?: Guard): boolean {
    if (!Array.isArray(value) || !this.sizeRange.holds(value.length)) return false;
    return this.types.length === 0 || value.every((element, i) => this.at(i)!.isInstance(element, guard));
  }

  accepts(other: Type, guard?: Guard): boolean {
    if (this.equals(other)) return true;
    if (other instanceof TupleType) return this.#acceptsTuple(other, guard);
    return other instanceof ArrayType && this.#acceptsArray(other, guard);
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    if (target instanceof ArrayType) {
      return (
        target.sizeCovers(this.#count()) &&
        this.types.every((type) => target.element.isAssignable(type, guard))
      );
    }
    if (target.constructor === CollectionType) return (target as CollectionType).sizeCovers(this.#count());
    return super.isAssignableTo(target, guard);
  }

  override generalize(): Type {
    return this.#changed(this.types.map((type) => type.generalize()));
  }

  override normalize(): Type {
    return this.#changed(this.types.map((type) => type.normalize()));
  }

  override isIterable(): boolean {
    return true;
  }

  override iteratedType(): Type {
    return VariantType.of(this.types);
  }

  override parts(): readonly Type[] {
    return this.size ? [this.size, ...this.types] : this.types;
  }

  describe(format: TypeFormat): string {
    if (this.types.length === 0 && (!this.size || format.mode !== "identity")) return "Tuple";
    const sizes = this.size ? rangeParameters(this.size.min, this.size.max) : [];
    return format.of("Tuple", [...format.types(this.types), ...sizes]);
  }

  #acceptsTuple(other: TupleType, guard?: Guard): boolean {
    if (!this.sizeRange.covers(other.sizeRange)) return false;
    if (this.types.length === 0) return true;
    if (other.types.length === 0) return this.sizeRange.min === 0n;
    return other.types.every((type, i) => this.at(i)!.isAssignable(type, guard));
  }

  #acceptsArray(other: ArrayType, guard?: Guard): boolean {
    const size = other.sizeRange;
    if (!this.sizeRange.covers(size)) return false;
    const count = size.max < this.types.length ? Number(size.max) : this.types.length;
    return this.types.slice(0, count).every((type) => type.isAssignable(other.element, guard));
  }

  /** The size as a collection sees it: one element for each type unless the tuple says otherwise. */
  #count(): IntegerType {
    return this.size ?? IntegerType.exactly(this.types.length);
  }

  #changed(types: readonly Type[]): Type {
    return types.every((type, i) => type === this.types[i]) ? this : new TupleType(types, this.size);
  }
}
