import { ObjectInstance } from "../types/object/object-instance.ts";
import { Deferred } from "../values/deferred.ts";
import { type Method, RichValue } from "../values/rich-value.ts";
import { Uri, type UriParts } from "../values/uri.ts";
import type { Value } from "../values/value.ts";

/** The method or attribute that `value.name` means; undefined when the value has none, and a function is called. */
export function memberOf(value: Value, name: string): Method | undefined {
  if (!(value instanceof RichValue)) return undefined;
  const method = value.method(name);
  if (method !== undefined) return method;
  const attribute = attributeOf(value, name);
  return attribute === undefined ? undefined : () => attribute;
}

function attributeOf(value: RichValue, name: string): Value | undefined {
  if (value instanceof ObjectInstance)
    return value.get(value.typeName === "Error" && name === "message" ? "msg" : name);
  if (value instanceof Uri)
    return URI_PARTS.has(name) ? (value.parts[name as keyof UriParts] ?? null) : undefined;
  if (!(value instanceof Deferred)) return undefined;
  if (name === "name") return value.name;
  return name === "arguments" ? (value.args ?? []) : undefined;
}

const URI_PARTS = new Set(["scheme", "userinfo", "host", "port", "path", "query", "fragment", "opaque"]);
