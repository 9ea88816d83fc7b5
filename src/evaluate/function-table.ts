import type { Place } from "../diagnostics/issue.ts";
import type { Closure } from "../values/closure.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import type { Scope } from "./scope.ts";

/** Every function that can be called: built-in, of the Puppet language, of modules. */
export interface FunctionTable {
  has(name: string): boolean;
  /** Dispatch and call; fails with Puppet's words when the name or the arguments do not fit. */
  call(name: string, args: readonly Value[], scope: Scope, place: Place, block?: Closure): Value;
  names(): Iterable<string>;
  /** The type that a function of the Puppet language says its values have; undefined when it says none. */
  returnType?(name: string): Type | undefined;
}
