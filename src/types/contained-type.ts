import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";

/** A type around one other type (Optional, NotUndef, Type, Iterable ...); without it any will do. */
export abstract class ContainedType extends Type {
  readonly type: Type | undefined;

  constructor(type?: Type) {
    super();
    this.type = type;
  }

  /** The same kind of type around another one. */
  protected abstract around(type: Type): Type;

  override parts(): readonly Type[] {
    return this.type ? [this.type] : [];
  }

  override generalize(): Type {
    return this.#changed(this.type?.generalize());
  }

  override normalize(): Type {
    return this.#changed(this.type?.normalize());
  }

  describe(format: TypeFormat): string {
    return format.of(this.name, this.type ? [this.type.describe(format)] : []);
  }

  /** Whether what a type of this kind holds fits this one's. */
  protected holds(other: ContainedType, guard?: Guard): boolean {
    if (!this.type) return true;
    return other.type !== undefined && this.type.isAssignable(other.type, guard);
  }

  #changed(type: Type | undefined): Type {
    return type === undefined || type === this.type ? this : this.around(type);
  }
}
