import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

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

/** What Ruby's `JSON.generate` puts between the parts of a text. */
export interface JsonLayout {
  readonly indent: string;
  readonly space: string;
  readonly spaceBefore: string;
  readonly objectLine: string;
  readonly arrayLine: string;
}

/** The layout of Ruby's `JSON.pretty_generate`. */
export const PRETTY: JsonLayout = {
  indent: "  ",
  space: " ",
  spaceBefore: "",
  objectLine: "\n",
  arrayLine: "\n",
};

/** A value as JSON in a layout of Ruby's, which opens empty collections as it does others. */
export function rubyJson(value: Value, layout: JsonLayout, depth = 0): string {
  const inner = layout.indent.repeat(depth + 1);
  const outer = layout.indent.repeat(depth);
  if (Array.isArray(value)) {
    const items = value.map((element: Value) => inner + rubyJson(element, layout, depth + 1));
    return `[${layout.arrayLine}${items.join(`,${layout.arrayLine}`)}${layout.arrayLine}${outer}]`;
  }
  if (!(value instanceof Hash)) return toJson(value);
  const entries = [...value].map(([key, element]) => {
    const name = toJson(key === null ? "" : String(key));
    return `${inner}${name}${layout.spaceBefore}:${layout.space}${rubyJson(element, layout, depth + 1)}`;
  });
  const lead = entries.length === 0 ? "" : layout.objectLine;
  return `{${lead}${entries.join(`,${layout.objectLine}`)}${layout.objectLine}${outer}}`;
}
