import type { Value } from "../../values/value.ts";
import type { ExplainedProvider } from "../explain/explainer.ts";
import type { Invocation } from "../invocation.ts";
import type { LookupKey } from "../lookup-key.ts";
import type { MergeStrategy } from "../merge/strategy.ts";

/** Something that may have a value for a key: a layer, or an entry of its hierarchy. */
export interface DataProvider extends ExplainedProvider {
  /** The value of a key's root (not yet dug into); undefined when there is none. Does not look out for recursion. */
  find(key: LookupKey, invocation: Invocation, merge: MergeStrategy): Value | undefined;
}
