import type { Call } from "../evaluate/functions/call.ts";
import { Deferred } from "../values/deferred.ts";
import { Hash } from "../values/hash.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";

/** A value with every Deferred in it, also in arrays, hashes and Sensitives, called at top scope. */
export function resolveDeferred(value: Value, call: Pick<Call, "compilation" | "place">): Value {
  if (Array.isArray(value)) return value.map((element) => resolveDeferred(element, call));
  if (value instanceof Hash) {
    return Hash.from([...value].map(([k, v]) => [resolveDeferred(k, call), resolveDeferred(v, call)]));
  }
  if (value instanceof Sensitive) return new Sensitive(resolveDeferred(value.value, call));
  return value instanceof Deferred ? called(value, call) : value;
}

/** A name that begins with `$` is a variable, the arguments then a path into it. */
function called({ name, args = [] }: Deferred, call: Pick<Call, "compilation" | "place">): Value {
  const { functions, topScope } = call.compilation;
  const resolved = args.map((arg) => resolveDeferred(arg, call));
  if (!name.startsWith("$")) return functions.call(name, resolved, topScope, call.place);
  return functions.call("dig", [topScope.lookup(name.slice(1)) ?? null, ...resolved], topScope, call.place);
}
