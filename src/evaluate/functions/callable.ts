import type { Place } from "../../diagnostics/issue.ts";
import type { Closure } from "../../values/closure.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import type { Scope } from "../scope.ts";

/** A function found by its name, whatever it is written in. */
export interface CallableFunction {
  /** What its values are declared to be; undefined when nothing is. */
  readonly returnType?: Type | undefined;
  call(args: readonly Value[], scope: Scope, place: Place, block: Closure | undefined): Value;
}
