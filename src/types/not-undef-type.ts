import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { ContainedType } from "./contained-type.ts";
import { describeWithLiteral, OptionalType } from "./optional-type.ts";
import { UndefType } from "./undef-type.ts";

/** `NotUndef[T]`: instances of T other than undef. */
export class NotUndefType extends ContainedType {
  static readonly default = new NotUndefType();
  readonly name = "NotUndef";

  constructor(type?: Type) {
    super(type instanceof AnyType ? undefined : type);
  }

  isInstance(value: Value, guard?: Guard): boolean {
    return value !== null && (this.type === undefined || this.type.isInstance(value, guard));
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    if (this.type && !this.type.isAssignable(UndefType.default)) return target.isAssignable(this.type, guard);
    return target.accepts(this, guard);
  }

  accepts(other: Type, guard?: Guard): boolean {
    if (other.isAssignable(UndefType.default, guard)) return false;
    return this.type === undefined || this.type.isAssignable(other, guard);
  }

  override normalize(): Type {
    const normal = super.normalize();
    if (!(normal instanceof NotUndefType) || !normal.type) return normal;
    const { type } = normal;
    if (type instanceof OptionalType) return new NotUndefType(type.type).normalize();
    return type.isAssignable(UndefType.default) ? normal : type;
  }

  override describe(format: TypeFormat): string {
    return describeWithLiteral(this, format);
  }

  protected around(type: Type): Type {
    return new NotUndefType(type);
  }
}
