import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** A value as Ruby's `inspect` writes it, for Puppet's sentences that quote values this way. */
export function rubyInspect(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "string") return inspectString(value);
  if (Array.isArray(value)) return `[${value.map(rubyInspect).join(", ")}]`;
  if (value instanceof Hash) {
    return `{${[...value].map(([key, item]) => `${rubyInspect(key)}=>${rubyInspect(item)}`).join(", ")}}`;
  }
  if (typeof value === "number" && Number.isInteger(value)) return value.toFixed(1);
  return String(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\u001b": "\\e",
  "\u0000": "\\u0000",
  '"': '\\"',
  "\\": "\\\\",
};

function inspectString(text: string): string {
  const escaped = text
    .replace(/["\\\n\t\r\u001b\u0000]/g, (c) => ESCAPES[c] ?? c)
    .replace(/#(?=[{$@])/g, "\\#");
  return `"${escaped}"`;
}

/** The name of the Ruby class that Puppet's sentences give a value. */
export function rubyClass(value: Value): string {
  if (value === null) return "NilClass";
  if (typeof value === "string") return "String";
  if (typeof value === "bigint") return "Integer";
  if (typeof value === "number") return "Float";
  if (typeof value === "boolean") return value ? "TrueClass" : "FalseClass";
  if (Array.isArray(value)) return "Array";
  return value instanceof Hash ? "Hash" : value.constructor.name;
}
