import type { Type } from "./type.ts";
import type { Value } from "./value.ts";

/** A parameter of a lambda or of a function written in the Puppet language. */
export interface ClosureParameter {
  readonly name: string;
  /** Any when the code gives none. */
  readonly type: Type;
  readonly optional: boolean;
  readonly capturesRest: boolean;
}

/** A lambda with the scope it was written in, or a function of the Puppet language: something to call. */
export interface Closure {
  readonly parameters: readonly ClosureParameter[];
  /** The Callable type of this closure. */
  readonly type: Type;
  /**
   * Call with checked arguments. `next` gives the call's value; `break`, and `return` of a lambda, travel on as
   * control exceptions to whoever must see them.
   */
  call(args: readonly Value[]): Value;
}
