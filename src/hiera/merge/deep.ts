import { fail } from "../../diagnostics/failure.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { type DeepMergeOptions, deepMerge } from "./deep-merge.ts";
import { freeze, thaw } from "./mutable.ts";
import { MergeStrategy } from "./strategy.ts";

/** Hashes and arrays merged all the way down. */
export class DeepMerge extends MergeStrategy {
  readonly name: string;
  readonly #options: DeepMergeOptions;

  constructor(options?: Hash, name = "deep") {
    super(options);
    this.name = name;
    this.#options = deepMergeOptions(options);
  }

  override merge(high: Value, low: Value): Value {
    return freeze(deepMerge(thaw(high), thaw(low), this.#options));
  }
}

/** Hiera 3's merge_behavior `deep`: the lower priority wins. */
export class ReverseDeepMerge extends DeepMerge {
  constructor(options?: Hash) {
    super(options, "reverse_deep");
  }

  override merge(high: Value, low: Value): Value {
    return super.merge(low, high);
  }
}

function deepMergeOptions(options: Hash | undefined): DeepMergeOptions {
  const text = (name: string): string | undefined => {
    const value = options?.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const truth = (name: string): boolean => (options?.get(name) ?? false) !== false;
  const knockoutPrefix = text("knockout_prefix");
  if (knockoutPrefix === "")
    fail("ARGUMENT_ERROR", "knockout_prefix cannot be an empty string in deep_merge!");
  return {
    knockoutPrefix,
    sortMergedArrays: truth("sort_merged_arrays"),
    mergeHashArrays: truth("merge_hash_arrays"),
    overwriteArrays: truth("overwrite_arrays"),
    extendExistingArrays: truth("extend_existing_arrays"),
    unpackArrays: text("unpack_arrays"),
  };
}
