import { type Guard, Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { ContainedType } from "./contained-type.ts";
import { EnumType } from "./enum-type.ts";
import { IntegerType } from "./integer-type.ts";

/** `Type[T]`: T and the types assignable to it, as values. */
export class TypeType extends ContainedType {
  static readonly default = new TypeType();
  readonly name = "Type";

  isInstance(value: Value, guard?: Guard): boolean {
    return value instanceof Type && (this.type === undefined || this.type.isAssignable(value, guard));
  }

  accepts(other: Type, guard?: Guard): boolean {
    return other instanceof TypeType && this.holds(other, guard);
  }

  override isIterable(): boolean {
    return this.type instanceof EnumType || (this.type instanceof IntegerType && this.type.isFinite);
  }

  override iteratedType(): Type | undefined {
    return this.isIterable() ? this.type : undefined;
  }

  protected around(type: Type): Type {
    return new TypeType(type);
  }
}
