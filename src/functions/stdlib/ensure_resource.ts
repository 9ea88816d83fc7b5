import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { isDeclaredWith } from "./defined_with_params.ts";

/** Declares resources that were not declared with the same parameters. */
export const ensure_resource = defineLegacyFunction(
  "ensure_resource",
  -1,
  (call, [type, title, parameters]) => {
    if (type === undefined) fail("ARGUMENT_ERROR", "Must specify a type");
    if (title === undefined) fail("ARGUMENT_ERROR", "Must specify a title");
    ensureResource(call, rubyText(type), title, parameters instanceof Hash ? parameters : Hash.empty);
    return null;
  },
);

/** Declare resources of one or several titles that were not declared with these parameters. */
export function ensureResource(call: Call, type: string, title: Value, parameters: Hash): void {
  const { compilation, scope, place } = call;
  for (const item of flattened([title])) {
    if (isDeclaredWith(call, `${type}[${rubyText(item)}]`, parameters)) continue;
    const instances = Hash.from([[item, parameters]]);
    compilation.functions.call("create_resources", [type, instances], scope, place);
  }
}
