import { floatToText } from "./float-text.ts";
import { Hash } from "./hash.ts";
import type { Value } from "./value.ts";

/** What TypeScript's own library does not yet know of JSON.parse: the reviver is told the source text. */
type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** The value a JSON text denotes; `1` is an Integer and `1.0` a Float. Throws SyntaxError. */
export function parseJson(text: string): Value {
  const reviver: SourceReviver = (_key, value, { source }) => {
    if (typeof value === "number") return /^-?\d+$/.test(source ?? "") ? BigInt(source!) : value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Hash.from(Object.entries(value as Record<string, Value>));
  };
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown) as Value;
}

/** A value as JSON: on one line, or over several lines with an indent. Rich values and types become their text. */
export function toJson(value: Value, indent = ""): string {
  return write(value, indent, "");
}

function write(value: Value, indent: string, margin: string): string {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return floatToText(value);
  if (typeof value === "string") return JSON.stringify(value);
  const inner = margin + indent;
  if (Array.isArray(value)) {
    return bracketed(
      "[",
      value.map((element) => write(element, indent, inner)),
      "]",
      indent,
      margin,
    );
  }
  if (!(value instanceof Hash)) return JSON.stringify(String(value));
  const colon = indent === "" ? ":" : ": ";
  const entries = [...value].map(
    ([key, element]) =>
      JSON.stringify(key === null ? "" : String(key)) + colon + write(element, indent, inner),
  );
  return bracketed("{", entries, "}", indent, margin);
}

function bracketed(
  open: string,
  items: readonly string[],
  close: string,
  indent: string,
  margin: string,
): string {
  if (items.length === 0) return open + close;
  if (indent === "") return `${open}${items.join(",")}${close}`;
  const line = `\n${margin}${indent}`;
  return `${open}${line}${items.join(`,${line}`)}\n${margin}${close}`;
}
