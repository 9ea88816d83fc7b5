import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import type { Value } from "../../values/value.ts";
import { findResources, wantedResource } from "../find-resource.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { rubyEqual } from "../ruby-equal.ts";

/** Whether a resource, or one of a type, with these parameters was declared already. */
export const defined_with_params = defineLegacyFunction(
  "defined_with_params",
  -1,
  (call, [reference, given]) => {
    if (reference === undefined) fail("ARGUMENT_ERROR", "Must specify a reference");
    return isDeclaredWith(call, reference, given instanceof Hash ? given : Hash.empty);
  },
);

/** Whether a resource with these parameters was declared already; the calling one does not count. */
export function isDeclaredWith(call: Call, reference: Value, parameters: Hash): boolean {
  const wanted = wantedResource(reference);
  if (!wanted) fail("ARGUMENT_ERROR", `Reference is not understood: '${rubyClass(reference)}'`);
  return findResources(wanted, call)
    .filter((resource) => resource !== call.scope.resource)
    .some((resource) =>
      [...parameters].every(([name, value]) => {
        const actual = resource.parameters.get(String(name))?.value ?? null;
        return rubyEqual(actual, value);
      }),
    );
}
