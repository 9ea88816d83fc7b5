import { fail } from "../../diagnostics/failure.ts";
import { mergeStrategy, STRATEGY_NAMES } from "../../hiera/merge/strategies.ts";
import type { MergeStrategy } from "../../hiera/merge/strategy.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { LookupRequest } from "./lookup.ts";

const HELP = "Run 'puppet lookup --help' for more details";

/** The merge that the options of `puppet lookup` ask for; undefined: as lookup_options say. */
export function requestedMerge(request: LookupRequest): MergeStrategy | undefined {
  const { merge, knockOutPrefix, sortMergedArrays, mergeHashArrays } = request;
  if ((sortMergedArrays || mergeHashArrays || knockOutPrefix !== undefined) && merge !== "deep") {
    const options = "--knock-out-prefix, --sort-merged-arrays, and --merge-hash-arrays";
    fail("USAGE", `The options ${options} are only available with '--merge deep'\n${HELP}`);
  }
  if (merge === undefined) return undefined;
  if (!STRATEGY_NAMES.some((name) => name === merge)) {
    const names = STRATEGY_NAMES.map((name) => `'${name}'`);
    fail(
      "USAGE",
      `The --merge option only accepts ${names.slice(0, -1).join(", ")}, or ${names.at(-1)}\n${HELP}`,
    );
  }
  if (merge !== "deep") return mergeStrategy(Hash.of({ strategy: merge }));
  const options: [string, Value][] = [
    ["strategy", "deep"],
    ["sort_merged_arrays", sortMergedArrays === true],
    ["merge_hash_arrays", mergeHashArrays === true],
  ];
  if (knockOutPrefix !== undefined) options.push(["knockout_prefix", knockOutPrefix]);
  return mergeStrategy(Hash.from(options));
}
