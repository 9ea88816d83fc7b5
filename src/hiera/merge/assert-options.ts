import { fail } from "../../diagnostics/failure.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { shortType } from "./mismatch.ts";

const DEEP: Readonly<Record<string, "String" | "Boolean">> = {
  strategy: "String",
  knockout_prefix: "String",
  merge_debug: "Boolean",
  merge_hash_arrays: "Boolean",
  sort_merged_arrays: "Boolean",
};

/** Fail when a strategy does not know one of the options given to it, or wants another type of value. */
export function assertMergeOptions(strategy: string, options: Hash): void {
  if (strategy === "unconstrained_deep" || strategy === "reverse_deep") return;
  const known = strategy === "deep" ? DEEP : { strategy: "String" as const };
  const problems = [...options].flatMap(([key, value]) => problemOf(known, String(key), value));
  if (problems.length === 0) return;
  const subject = "The merge options has wrong type,";
  const message =
    problems.length === 1
      ? `${subject} ${problems[0]}`
      : problems.map((problem) => ` ${subject} ${problem}`).join("\n ");
  const unknown = [...options.keys()].map(String).find((key) => !Object.hasOwn(known, key));
  fail("TYPE_MISMATCH", message, unknown === undefined ? undefined : didYouMean(unknown, Object.keys(known)));
}

function problemOf(known: Readonly<Record<string, string>>, key: string, value: Value): string[] {
  if (!Object.hasOwn(known, key)) return [`unrecognized key '${key}'`];
  const expected = known[key];
  if (shortType(value) === expected) return [];
  return [`entry '${key}' expects a ${expected} value, got ${shortType(value)}`];
}
