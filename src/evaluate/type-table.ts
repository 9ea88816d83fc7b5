import type { Type } from "../values/type.ts";

/** Data types by name: the built-in ones, aliases and Object types of modules and the environment. */
export interface TypeTable {
  /** The type of a name as written (`Integer`, `Stdlib::Absolutepath`); undefined when there is none. */
  find(name: string): Type | undefined;
  /** The type that a type expression denotes, e.g. `Optional[Stdlib::Port]`; fails when it is wrong. */
  parse(expression: string): Type;
}
