import { floatToText } from "./float-text.ts";
import { Hash } from "./hash.ts";
import type { Value } from "./value.ts";

/** What interpolation makes of a value: undef is empty, strings stay unquoted also inside arrays and hashes. */
export function toText(value: Value): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "number") return floatToText(value);
  if (Array.isArray(value)) return `[${value.map(toText).join(", ")}]`;
  if (value instanceof Hash) {
    return `{${[...value].map(([k, v]) => `${toText(k)} => ${toText(v)}`).join(", ")}}`;
  }
  return String(value);
}
