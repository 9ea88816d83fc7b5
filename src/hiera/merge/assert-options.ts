import { Failure } from "../../diagnostics/failure.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import { assertInstance } from "../../types/assert-instance.ts";
import type { Hash } from "../../values/hash.ts";
import { mergeOptionsType } from "./value-types.ts";

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
