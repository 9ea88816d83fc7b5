import { Deferred } from "../values/deferred.ts";
import { Hash } from "../values/hash.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";

/** Works out one deferred value. */
export type Resolve = (deferred: Deferred) => Value;

/** Parameters with every deferred value worked out, also those within arrays, hashes and Sensitive. */
export function withoutDeferred(
  parameters: ReadonlyMap<string, Value>,
  resolve: Resolve | undefined,
): ReadonlyMap<string, Value> {
  if (resolve === undefined || ![...parameters.values()].some(holdsDeferred)) return parameters;
  return new Map([...parameters].map(([name, value]) => [name, resolved(value, resolve)]));
}

function holdsDeferred(value: Value): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsDeferred);
  if (value instanceof Hash) return [...value.values()].some(holdsDeferred);
  return value instanceof Deferred || (value instanceof Sensitive && holdsDeferred(value.value));
}

function resolved(value: Value, resolve: Resolve): Value {
  if (!holdsDeferred(value)) return value;
  if (value instanceof Deferred) return resolve(value);
  if (value instanceof Sensitive) return new Sensitive(resolved(value.value, resolve));
  if (Array.isArray(value)) return value.map((item: Value) => resolved(item, resolve));
  return Hash.from([...(value as Hash)].map(([key, item]) => [key, resolved(item, resolve)]));
}
