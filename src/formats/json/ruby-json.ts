import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { toJson } from "./parse-json.ts";

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
