import { Sensitive } from "../values/sensitive.ts";
import type { Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { ContainedType } from "./contained-type.ts";

/** `Sensitive[T]`: values kept out of every output. T is kept generalized, so that it gives nothing away. */
export class SensitiveType extends ContainedType {
  static readonly default = new SensitiveType();
  readonly name = "Sensitive";
  declare readonly type: Type;

  constructor(type?: Type) {
    super(type?.generalize() ?? AnyType.default);
  }

  isInstance(value: Value, guard?: Guard): boolean {
    return value instanceof Sensitive && this.type.isInstance(value.value, guard);
  }

  accepts(other: Type, guard?: Guard): boolean {
    return other instanceof SensitiveType && this.type.isAssignable(other.type, guard);
  }

  override describe(format: TypeFormat): string {
    return format.of("Sensitive", this.type instanceof AnyType ? [] : [this.type.describe(format)]);
  }

  protected around(type: Type): Type {
    return new SensitiveType(type);
  }
}
