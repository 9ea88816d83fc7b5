import { Iterator } from "../values/iterator.ts";
import type { Guard, Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { ContainedType } from "./contained-type.ts";
import { inference } from "./inference.ts";

/** `Iterator[T]`: the lazy views that `step` and `reverse_each` give. */
export class IteratorType extends ContainedType {
  static readonly default = new IteratorType();
  readonly name = "Iterator";

  isInstance(value: Value, guard?: Guard): boolean {
    return (
      value instanceof Iterator &&
      (this.type === undefined || this.isAssignable(inference.infer(value), guard))
    );
  }

  accepts(other: Type, guard?: Guard): boolean {
    return other instanceof IteratorType && this.holds(other, guard);
  }

  override isIterable(): boolean {
    return true;
  }

  override iteratedType(): Type | undefined {
    return this.type;
  }

  protected around(type: Type): Type {
    return new IteratorType(type);
  }
}
