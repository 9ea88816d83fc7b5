import { type Guard, Type } from "../values/type.ts";
import type { TypeFormat } from "../values/type-format.ts";
import type { Value } from "../values/value.ts";
import { AnyType } from "./any-type.ts";
import { rangeParameters } from "./range.ts";
import type { TupleType } from "./tuple-type.ts";
import { UndefType } from "./undef-type.ts";
import { UnitType } from "./unit-type.ts";

/** `Callable[A, B, from, to, Callable]`, `Callable[[A], R]`: what can be called, with what, giving what. */
export class CallableType extends Type {
  static readonly default = new CallableType();
  readonly name = "Callable";
  /** Undefined for `Callable`, which stands for every signature. */
  readonly params: TupleType | undefined;
  /** A Callable, or an Optional or Variant of such; undefined when no block is allowed. */
  readonly block: Type | undefined;
  readonly returns: Type | undefined;

  constructor(params?: TupleType, block?: Type, returns?: Type) {
    super();
    this.params = params;
    this.block = block;
    this.returns = returns instanceof AnyType ? undefined : returns;
  }

  /** Values of the language are never callable by themselves; lambdas are checked by their own type. */
  isInstance(_value: Value): boolean {
    return false;
  }

  /** Parameters and blocks go the other way: what can be called with more can stand for what is called with less. */
  accepts(other: Type, guard?: Guard): boolean {
    if (!(other instanceof CallableType)) return false;
    if (this.returns && !this.returns.isAssignable(other.returns ?? AnyType.default, guard)) return false;
    if (!this.params) return true;
    if (!other.params?.isAssignable(this.params, guard)) return false;
    return (other.block ?? UndefType.default).isAssignable(this.block ?? UndefType.default, guard);
  }

  /** Whether a call may go without a block. */
  get blockIsOptional(): boolean {
    return this.block === undefined || this.block.isAssignable(UndefType.default);
  }

  override isCallable(): boolean {
    return true;
  }

  override generalize(): Type {
    return this.#changed((type) => type.generalize());
  }

  override normalize(): Type {
    return this.#changed((type) => type.normalize());
  }

  override parts(): readonly Type[] {
    return [this.params, this.block, this.returns].filter((type) => type !== undefined);
  }

  describe(format: TypeFormat): string {
    const params = this.params ? this.#describeParams(this.params, format) : [];
    if (!this.returns) return this.params ? `Callable[${params.join(", ")}]` : "Callable";
    return `Callable[[${params.join(", ")}], ${this.returns.describe(format)}]`;
  }

  #describeParams(params: TupleType, format: TypeFormat): string[] {
    const types = params.types.filter((type) => !(type instanceof UnitType));
    const sizes = params.size ? rangeParameters(params.size.min, params.size.max) : [];
    const block = this.block ? [this.block.describe(format)] : [];
    const written = params.types.length === 0 ? ["0", "0"] : sizes;
    return [...format.types(types), ...written, ...block];
  }

  #changed(change: (type: Type) => Type): Type {
    const params = this.params && (change(this.params) as TupleType);
    const block = this.block && change(this.block);
    const returns = this.returns && change(this.returns);
    const same = params === this.params && block === this.block && returns === this.returns;
    return same ? this : new CallableType(params, block, returns);
  }
}
