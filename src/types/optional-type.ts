import { quoted } from "../values/quoted.ts";
import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { ContainedType } from "./contained-type.ts";
import { StringType } from "./string-type.ts";
import { UndefType } from "./undef-type.ts";

/** `Optional[T]`: undef or an instance of T. */
export class OptionalType extends ContainedType {
  static readonly default = new OptionalType();
  readonly name = "Optional";

  isInstance(value: Value, guard?: Guard): boolean {
    return value === null || (this.type?.isInstance(value, guard) ?? false);
  }

  override isAssignableTo(target: Type, guard?: Guard): boolean {
    if (!target.isAssignable(UndefType.default, guard)) return false;
    return this.type === undefined || target.isAssignable(this.type, guard);
  }

  accepts(other: Type, guard?: Guard): boolean {
    return other instanceof UndefType || this.type === undefined || this.type.isAssignable(other, guard);
  }

  override normalize(): Type {
    const normal = super.normalize();
    if (!(normal instanceof OptionalType) || !normal.type) return normal;
    const { type } = normal;
    if (type instanceof ContainedType && type.name === "NotUndef")
      return new OptionalType(type.type).normalize();
    return type.isAssignable(UndefType.default) ? type : normal;
  }

  override isCallable(optional = true, guard?: Guard): boolean {
    return optional && (this.type?.isCallable(optional, guard) ?? false);
  }

  override describe(format: TypeFormat): string {
    return describeWithLiteral(this, format);
  }

  protected around(type: Type): Type {
    return new OptionalType(type);
  }
}

/** `Optional['x']` and `NotUndef['x']` show the literal string that plain `String` hides. */
export function describeWithLiteral(of: ContainedType, format: TypeFormat): string {
  const { type } = of;
  if (!type) return of.name;
  const literal = type instanceof StringType && type.value !== undefined;
  return format.of(of.name, [literal ? quoted(type.value!) : type.describe(format)]);
}
