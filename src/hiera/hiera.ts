import type { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import type { Asker } from "./asker.ts";
import type { Explainer } from "./explain/explainer.ts";
import type { MergeStrategy } from "./merge/strategy.ts";

/** How values of several levels are combined: a name, or `{ strategy, knockout_prefix, ... }`. */
export type Merge = "first" | "unique" | "hash" | "deep" | MergeOptions;
export interface MergeOptions {
  readonly strategy: "first" | "unique" | "hash" | "deep";
  readonly knockoutPrefix?: string | undefined;
  readonly sortMergedArrays?: boolean | undefined;
  readonly mergeHashArrays?: boolean | undefined;
}

/** What surrounds a lookup besides its key: values that win or lose against all levels, and who is watching. */
export interface LookupCircumstances {
  /** `override` of the lookup function: also seen by `%{x}` interpolation, before scope. */
  readonly overrides?: Hash | undefined;
  /** `default_values_hash` of the lookup function: also seen by `%{x}` interpolation, after scope. */
  readonly defaults?: Hash | undefined;
  readonly explainer?: Explainer | undefined;
  /** The call comes from one of the hiera_xxx functions; its levels to search first (Hiera 3). */
  readonly hiera3?: { readonly overrideLevels: readonly string[] } | undefined;
}

/** Layered data for one compilation: global, environment and module layers of Hiera 5 (and a global Hiera 3). */
export interface Hiera {
  /**
   * The value of a key, dotted or not, interpolated and converted as `lookup_options` say; `undefined` when no
   * level has it. `merge` undefined means: as `lookup_options` say, else first.
   */
  lookup(
    key: string,
    asker: Asker,
    merge?: Merge | MergeStrategy,
    circumstances?: LookupCircumstances,
  ): Value | undefined;
}
