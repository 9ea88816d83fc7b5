import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { CollectionType, EMPTY } from "./collection-type.ts";
import type { IntegerType } from "./integer-type.ts";
import { UnitType } from "./unit-type.ts";

/** `Array[T, from, to]`. */
export class ArrayType extends CollectionType {
  static override readonly default: ArrayType = new ArrayType();
  static readonly empty = new ArrayType(UnitType.default, EMPTY);
  override readonly name = "Array";
  readonly element: Type;

  constructor(element?: Type, size?: IntegerType) {
    super(size);
    this.element = this.isAlwaysEmpty ? UnitType.default : (element ?? AnyType.default);
  }

  override isInstance(value: Value, guard?: Guard): boolean {
    if (!Array.isArray(value) || !this.fits(value.length)) return false;
    return (
      this.element instanceof AnyType || value.every((element) => this.element.isInstance(element, guard))
    );
  }

  override accepts(other: Type, guard?: Guard): boolean {
    if (!(other instanceof ArrayType) || !this.sizeCovers(other.sizeRange)) return false;
    return this.element.isAssignable(other.element, guard);
  }

  override generalize(): Type {
    if (this.element instanceof AnyType) return ArrayType.default;
    const element = this.element.generalize();
    return this.size === undefined && element === this.element ? this : new ArrayType(element);
  }

  /** As Puppet does it, an Array of Any loses its size here. */
  override normalize(): Type {
    if (this.element instanceof AnyType) return ArrayType.default;
    const element = this.element.normalize();
    return element === this.element ? this : new ArrayType(element, this.size);
  }

  override iteratedType(): Type | undefined {
    return this.element instanceof AnyType ? undefined : this.element;
  }

  override parts(): readonly Type[] {
    return this.size ? [this.size, this.element] : [this.element];
  }

  override describe(format: TypeFormat): string {
    if (this.isAlwaysEmpty) return "Array[0, 0]";
    const sizes = this.sizeParameters();
    if (sizes.length === 0 && this.element instanceof AnyType) return "Array";
    return format.of("Array", [this.element.describe(format), ...sizes]);
  }
}
