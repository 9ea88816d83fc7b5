import { AnyType } from "../types/any-type.ts";
import { CallableType } from "../types/callable-type.ts";
import { IntegerType } from "../types/integer-type.ts";
import { TupleType } from "../types/tuple-type.ts";
import type { Closure, ClosureParameter } from "../values/closure.ts";
import type { Value } from "../values/value.ts";

/** A block of Ruby as a lambda: its parameters are known by their number only. */
export class RubyBlock implements Closure {
  readonly #arity: number;
  readonly #call: (args: readonly Value[]) => Value;

  /** A negative arity has optional parameters: -n - 1 are required. */
  constructor(arity: number, call: (args: readonly Value[]) => Value) {
    this.#arity = arity;
    this.#call = call;
  }

  get parameters(): readonly ClosureParameter[] {
    const required = Array.from({ length: this.#required }, (_, i) => parameter(`p${i}`, false));
    return this.#arity < 0 ? [...required, parameter("rest", true)] : required;
  }

  get type(): CallableType {
    const most = this.#arity < 0 ? undefined : BigInt(this.#arity);
    return new CallableType(new TupleType([AnyType.default], new IntegerType(BigInt(this.#required), most)));
  }

  call(args: readonly Value[]): Value {
    return this.#call(args);
  }

  get #required(): number {
    return this.#arity < 0 ? -this.#arity - 1 : this.#arity;
  }
}

function parameter(name: string, capturesRest: boolean): ClosureParameter {
  return { name, type: AnyType.default, optional: false, capturesRest };
}
