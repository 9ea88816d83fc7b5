import { floatToText } from "./float-text.ts";
import { Hash } from "./hash.ts";
import { RichValue } from "./rich-value.ts";
import type { Value } from "./value.ts";

/** A value as Puppet source text on one line: strings quoted, undef as `undef` (the `%p` format). */
export function toLiteral(value: Value): string {
  if (value === null) return "undef";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return floatToText(value);
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(", ")}]`;
  if (value instanceof Hash) {
    return `{${[...value].map(([k, v]) => `${toLiteral(k)} => ${toLiteral(v)}`).join(", ")}}`;
  }
  if (value instanceof RichValue) return richLiteral(value);
  return String(value);
}

/** A Puppet string literal: single-quoted unless the text holds control characters. */
export function quoted(text: string): string {
  if (!/[\x00-\x1f\x7f]/.test(text)) {
    return `'${text.replace(/\\(?=['\\]|$)|'/g, (c) => `\\${c}`)}'`;
  }
  return `"${text.replace(/["$\\\x00-\x1f\x7f]/g, escapedCharacter)}"`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapedCharacter(c: string): string {
  if (c === '"' || c === "$" || c === "\\") return `\\${c}`;
  return NAMED_ESCAPES[c] ?? `\\u{${c.codePointAt(0)!.toString(16).toUpperCase()}}`;
}

function richLiteral(value: RichValue): string {
  const text = value.toString();
  const plain = ["Regexp", "Deferred", "Sensitive", "Iterator"].includes(value.typeName);
  return plain || text.startsWith(`${value.typeName}(`) ? text : `${value.typeName}(${quoted(text)})`;
}
