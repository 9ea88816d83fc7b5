import { Hash } from "../values/hash.ts";
import { RichValue } from "../values/rich-value.ts";
import { type Guard, Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { ContainedType } from "./contained-type.ts";
import { inference } from "./inference.ts";
import { IntegerType } from "./integer-type.ts";

/** `Iterable[T]`: what can be iterated over, giving instances of T. */
export class IterableType extends ContainedType {
  static readonly default = new IterableType();
  readonly name = "Iterable";

  isInstance(value: Value, guard?: Guard): boolean {
    return this.#takesAny(guard) ? isIterableValue(value) : this.isAssignable(inference.infer(value), guard);
  }

  accepts(other: Type, guard?: Guard): boolean {
    if (this.#takesAny(guard)) return other.isIterable();
    const element = other.iteratedType();
    return element !== undefined && this.type!.isAssignable(element, guard);
  }

  override isIterable(): boolean {
    return true;
  }

  override iteratedType(): Type | undefined {
    return this.type;
  }

  protected around(type: Type): Type {
    return new IterableType(type);
  }

  #takesAny(guard?: Guard): boolean {
    return this.type === undefined || this.type.isAssignable(AnyType.default, guard);
  }
}

/** Whether a value can be iterated over at all. */
function isIterableValue(value: Value): boolean {
  if (typeof value === "bigint") return value >= 0n;
  if (typeof value === "string" || Array.isArray(value) || value instanceof Hash) return true;
  if (value instanceof RichValue) return value.typeName === "Iterator";
  if (!(value instanceof Type)) return false;
  const type = value.unaliased();
  return type.name === "Enum" || (type instanceof IntegerType && type.isFinite);
}
