import type { Log } from "../diagnostics/log.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** The functions that hierarchies and data may name. */
export interface AskerFunctions {
  has(name: string): boolean;
  names(): Iterable<string>;
  /** The type that a function says its values have; undefined when it says none. */
  returnType(name: string): Type | undefined;
  /** Calls a function; fails with Puppet's words when the name or the arguments do not fit. */
  call(name: string, args: readonly Value[]): Value;
}

/** What a lookup asks of the code that started it; `evaluate/` answers for a scope of the Puppet language. */
export interface Asker {
  readonly log: Log;
  readonly functions: AskerFunctions;
  /** The value of a variable as `%{name}` sees it; undefined when it was never set. */
  variable(name: string): Value | undefined;
  /** Why a variable has no value, in Puppet's words; empty when there is nothing to add. */
  whyUndefined(name: string): string;
  /** The lower-case name of the class whose code runs, or around what was declared; undefined at top scope. */
  callingClass(): string | undefined;
  /** The type that a type expression denotes; fails when it is wrong. */
  parseType(expression: string): Type;
}
