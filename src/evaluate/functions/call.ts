import type { Place } from "../../diagnostics/issue.ts";
import type { Closure } from "../../values/closure.ts";
import type { Compilation } from "../compilation.ts";
import type { Scope } from "../scope.ts";

/** What a built-in function is handed besides its arguments: who calls, from where, and the lambda. */
export interface Call {
  readonly name: string;
  readonly scope: Scope;
  readonly compilation: Compilation;
  readonly block: Closure | undefined;
  readonly place: Place;
}
