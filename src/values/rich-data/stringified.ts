import { Hash } from "../hash.ts";
import { Sensitive } from "../sensitive.ts";
import { Type } from "../type.ts";
import type { Value } from "../value.ts";
import { TYPE_KEY, VALUE_KEY } from "./keys.ts";

/** Plain data in which whatever is not becomes its text (Puppet's ToStringifiedConverter); for people, not for reading back. */
export function toStringified(value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(toStringified);
  if (value instanceof Hash) {
    return Hash.from([...value].map(([key, element]) => [keyText(key), toStringified(element)]));
  }
  return text(value);
}

function keyText(key: Value): string {
  const name = typeof key === "string" ? key : text(key);
  return name === TYPE_KEY || name === VALUE_KEY ? `reserved key: ${name}` : name;
}

function text(value: Value): string {
  if (value instanceof Sensitive) return `#<${value}>`;
  return value instanceof Type ? value.toString() : String(value ?? "");
}
