import { floatToText } from "./float-text.ts";
import { Hash } from "./hash.ts";
import { quoted } from "./quoted.ts";
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

function richLiteral(value: RichValue): string {
  const text = value.toString();
  const plain = ["Regexp", "Deferred", "Sensitive", "Iterator"].includes(value.typeName);
  return plain || text.startsWith(`${value.typeName}(`) ? text : `${value.typeName}(${quoted(text)})`;
}
