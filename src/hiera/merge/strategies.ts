import { Failure, fail } from "../../diagnostics/failure.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import { assertInstance } from "../../types/assert-instance.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Merge } from "../hiera.ts";
import { DeepMerge, ReverseDeepMerge } from "./deep.ts";
import { FirstFound } from "./first.ts";
import { HashMerge } from "./hash.ts";
import { MergeStrategy } from "./strategy.ts";
import { UniqueMerge } from "./unique.ts";
import { mergeOptionsType } from "./value-types.ts";

const MAKERS: Readonly<Record<string, (options?: Hash) => MergeStrategy>> = {
  default: () => FIRST,
  first: (options) => (options ? new FirstFound(options) : FIRST),
  unique: (options) => new UniqueMerge(options),
  hash: (options) => new HashMerge(options),
  deep: (options) => new DeepMerge(options),
  unconstrained_deep: (options) => new DeepMerge(options, "unconstrained_deep"),
  reverse_deep: (options) => new ReverseDeepMerge(options),
};

/** No merge: the first value found. */
const FIRST = new FirstFound();
/** The merge of `lookup_options` itself. */
export const HASH = new HashMerge();

/** The strategies that people may name, in Puppet's order. */
export const STRATEGY_NAMES = ["first", "hash", "unique", "deep"] as const;

/** The strategy that a `merge` argument or lookup option means: nothing, a name, or a hash with `strategy`. */
export function mergeStrategy(merge: Value | undefined): MergeStrategy {
  if (merge === undefined || merge === null) return FIRST;
  if (!(merge instanceof Hash)) return make(String(merge));
  const name = merge.get("strategy") ?? null;
  if (name === null) {
    fail(
      "LOOKUP_MERGE_OPTIONS",
      "The hash given as 'merge' must contain the name of a strategy in string form for the key 'strategy'",
    );
  }
  return merge.size === 1 ? make(String(name)) : make(String(name), merge);
}

/** The strategy of a merge given from TypeScript. */
export function strategyOf(merge: Merge | MergeStrategy): MergeStrategy {
  if (merge instanceof MergeStrategy) return merge;
  if (typeof merge === "string") return make(merge);
  const options: [string, Value][] = [["strategy", merge.strategy]];
  if (merge.knockoutPrefix !== undefined) options.push(["knockout_prefix", merge.knockoutPrefix]);
  if (merge.sortMergedArrays !== undefined) options.push(["sort_merged_arrays", merge.sortMergedArrays]);
  if (merge.mergeHashArrays !== undefined) options.push(["merge_hash_arrays", merge.mergeHashArrays]);
  return mergeStrategy(Hash.from(options));
}

function make(name: string, options?: Hash): MergeStrategy {
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
  if (!maker) return fail("LOOKUP_MERGE_OPTIONS", `Unknown merge strategy: '${name}'`);
  if (options) assertMergeOptions(name, options);
  return maker(options);
}

/** Fail when a strategy does not know one of the options given to it, or wants another type of value. */
export function assertMergeOptions(strategy: string, options: Hash): void {
  if (strategy === "unconstrained_deep" || strategy === "reverse_deep") return;
  const type = mergeOptionsType(strategy);
  try {
    assertInstance("The merge options", type, options);
  } catch (error) {
    const unknown = [...options.keys()].map(String).find((key) => !type.byName.has(key));
    if (!(error instanceof Failure) || unknown === undefined) throw error;
    throw new Failure({ ...error.issue, hint: didYouMean(unknown, type.byName.keys()) });
  }
}
