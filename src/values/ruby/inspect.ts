import { Default } from "../default.ts";
import { Hash } from "../hash.ts";
import { toText } from "../to-text.ts";
import type { Value } from "../value.ts";

/** A value as Ruby's `inspect` writes it, on one line: how many of Puppet's sentences quote values. */
export function rubyInspect(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "string") return inspectString(value);
  if (value instanceof Default) return ":default";
  if (Array.isArray(value)) return `[${value.map(rubyInspect).join(", ")}]`;
  if (value instanceof Hash) {
    return `{${[...value].map(([key, member]) => `${rubyInspect(key)}=>${rubyInspect(member)}`).join(", ")}}`;
  }
  return toText(value);
}

/** A value as Ruby's `to_s` writes it: collections as by `inspect`, everything else as text. */
export function rubyText(value: Value): string {
  return Array.isArray(value) || value instanceof Hash ? rubyInspect(value) : toText(value);
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
    return ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}
