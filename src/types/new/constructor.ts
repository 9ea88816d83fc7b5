import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import type { FindType } from "../interpret.ts";

/** What making an instance may need besides its arguments. */
export interface NewContext {
  /** Finds types that are not built in, for `Type.new`. */
  readonly find: FindType;
}

/** A parameter of a constructor: its type as text, and whether it may be left out. */
export type ConstructorParam = readonly [type: string, name: string, count?: "optional"];

/** One way to make an instance. */
export interface ConstructorDispatch {
  readonly params: readonly ConstructorParam[];
  body(context: NewContext, ...args: Value[]): Value;
}

/** A type that only a constructor's parameters use, by its name. */
export type LocalType = (name: string) => Type;

/** Arguments that no dispatch takes but that deserve words of their own. */
export interface MismatchDispatch {
  readonly params: readonly ConstructorParam[];
  words(local: LocalType, ...args: Value[]): string;
}

/** How instances of a type are made (`T.new`). */
export interface Constructor {
  /** As messages name it. */
  readonly name: string;
  /** Types that only the parameters here use, by name. */
  readonly types?: Readonly<Record<string, string>>;
  readonly dispatches: readonly ConstructorDispatch[];
  readonly mismatches?: readonly MismatchDispatch[];
}
