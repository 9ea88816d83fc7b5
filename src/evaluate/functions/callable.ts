import type { Place } from "../../diagnostics/issue.ts";
import type { Type } from "../../types/type.ts";
import type { Value } from "../../values/value.ts";
import type { Closure } from "../closure.ts";
import type { Scope } from "../scope.ts";

/** A function found by its name, whatever it is written in. */
export interface CallableFunction {
  /** What its values are declared to be; undefined when nothing is. */
  readonly returnType?: Type | undefined;
  call(args: readonly Value[], scope: Scope, place: Place, block: Closure | undefined): Value;
}
