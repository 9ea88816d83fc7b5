import type { Place } from "../../diagnostics/issue.ts";
import type { Value } from "../../values/value.ts";
import type { Closure } from "../closure.ts";
import type { Scope } from "../scope.ts";

/** A function found by its name, whatever it is written in. */
export interface CallableFunction {
  call(args: readonly Value[], scope: Scope, place: Place, block: Closure | undefined): Value;
}
