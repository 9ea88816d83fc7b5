import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { ensureResource } from "./ensure_resource.ts";

/** Declares resources given as a hash, with common parameters, that were not declared with the same ones. */
export const ensure_resources = defineLegacyFunction(
  "ensure_resources",
  -1,
  (call, [type, resources, common]) => {
    if (type === undefined) fail("ARGUMENT_ERROR", "Must specify a type");
    if (resources === undefined) fail("ARGUMENT_ERROR", "Must specify a title");
    if (!(resources instanceof Hash)) parseError("ensure_resources(): Requires second argument to be a Hash");
    const shared = common instanceof Hash ? common : Hash.empty;
    for (const [title, own] of resources)
      ensureResource(call, rubyText(type), title, parametersOf(shared, own));
    return null;
  },
);

function parametersOf(shared: Hash, own: Value): Hash {
  return own instanceof Hash ? shared.merge(own) : shared;
}
