import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

/** Facts as Ruby's `JSON.pretty_generate` writes them; the brackets of empty ones stand on lines of their own. */
export function prettyJson(value: Value, indent = ""): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return `[\n\n${indent}]`;
    return `[\n${value.map((one) => deeper + prettyJson(one, deeper)).join(",\n")}\n${indent}]`;
  }
  if (value instanceof Hash) {
    const entries = [...value].map(
      ([key, one]) => `${deeper}${JSON.stringify(String(key))}: ${prettyJson(one, deeper)}`,
    );
    return `{\n${entries.map((entry, i) => (i < entries.length - 1 ? `${entry},\n` : `${entry}\n`)).join("")}${indent}}`;
  }
  if (typeof value === "bigint" || typeof value === "boolean" || value === null) return String(value);
  return typeof value === "number" ? floatToText(value) : JSON.stringify(String(value));
}
