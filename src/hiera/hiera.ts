import type { Scope } from "../evaluate/scope.ts";
import type { Value } from "../values/value.ts";

/** How values of several levels are combined: a name, or `{ strategy, knockout_prefix, ... }`. */
export type Merge = "first" | "unique" | "hash" | "deep" | MergeOptions;
export interface MergeOptions {
  readonly strategy: "first" | "unique" | "hash" | "deep";
  readonly knockoutPrefix?: string | undefined;
  readonly sortMergedArrays?: boolean | undefined;
  readonly mergeHashArrays?: boolean | undefined;
}

/** Layered data for one compilation: global, environment and module layers of Hiera 5 (and a global Hiera 3). */
export interface Hiera {
  /**
   * The value of a key, dotted or not, interpolated and converted as `lookup_options` say; `undefined` when no
   * level has it. `merge` undefined means: as `lookup_options` say, else first.
   */
  lookup(key: string, scope: Scope, merge?: Merge): Value | undefined;
}
