import { floatToText } from "../values/float-text.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";

/** The name of the Ruby class of a value, as Puppet's messages about data give it. */
export function rubyClass(value: Value): string {
  if (value === null) return "NilClass";
  if (value === true) return "TrueClass";
  if (value === false) return "FalseClass";
  if (typeof value === "bigint") return "Integer";
  if (typeof value === "number") return "Float";
  if (typeof value === "string") return "String";
  if (Array.isArray(value)) return "Array";
  return value instanceof Hash ? "Hash" : value.constructor.name;
}

/** A value as Ruby's `inspect` writes it, on one line: how explanations and messages show data. */
export function rubyInspect(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "string") return inspectString(value);
  if (Array.isArray(value)) return `[${value.map(rubyInspect).join(", ")}]`;
  if (value instanceof Hash) {
    return `{${[...value].map(([key, member]) => `${rubyInspect(key)}=>${rubyInspect(member)}`).join(", ")}}`;
  }
  return rubyText(value);
}

/** A value as Ruby's `to_s` writes it: what interpolation puts into a string. */
export function rubyText(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return floatToText(value);
  if (Array.isArray(value) || value instanceof Hash) return rubyInspect(value);
  return String(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\u001b": "\\e",
  "\u0007": "\\a",
  "\b": "\\b",
  "\v": "\\v",
  "\f": "\\f",
  '"': '\\"',
  "\\": "\\\\",
};

function inspectString(text: string): string {
  const escaped = text.replace(/["\\\u0000-\u001f\u007f]|#(?=[{$@])/g, (char) => {
    if (char === "#") return "\\#";
    return ESCAPES[char] ?? `\\x${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `"${escaped}"`;
}
