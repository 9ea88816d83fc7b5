import { Default } from "./default.ts";
import { RichValue } from "./rich-value.ts";
import type { Value } from "./value.ts";

/**
 * What stands for a value as the key of a JavaScript Map: the value itself where Map already tells such values
 * apart as Puppet does, otherwise a text that no ordinary string equals.
 */
export function hashKey(value: Value): unknown {
  if (typeof value !== "object" || value === null || value instanceof Default) return value;
  return `\u0000${compoundKey(value)}`;
}

/** A text that is equal for equal values and differs for others, whatever their types. */
export function compoundKey(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}i`;
  if (typeof value === "number") return `${value}f`;
  if (value === null || typeof value === "boolean" || value instanceof Default) return String(value);
  if (Array.isArray(value)) return `[${value.map(compoundKey).join(",")}]`;
  if (value instanceof RichValue || "hashKey" in value) return value.hashKey();
  return `Type:${value}`;
}
