import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";

/** Facts as YAML in Facter's quoting: double quotes around whatever an old YAML reader might misread. */
export function facterYaml(facts: Hash): string {
  return facts.size === 0 ? "{}\n" : hashLines(facts, "");
}

function hashLines(hash: Hash, indent: string): string {
  return [...hash].map(([key, value]) => `${indent}${String(key)}:${member(value, indent)}`).join("");
}

/** What stands after a key: on the same line, or on deeper ones (the dashes of an array are no deeper). */
function member(value: Value, indent: string): string {
  if (value instanceof Hash) return value.size === 0 ? " {}\n" : `\n${hashLines(value, `${indent}  `)}`;
  if (Array.isArray(value)) return value.length === 0 ? " []\n" : `\n${arrayLines(value, indent)}`;
  return ` ${scalar(value, `${indent}  `)}\n`;
}

function arrayLines(array: readonly Value[], indent: string): string {
  return array.map((value) => `${indent}- ${element(value, `${indent}  `)}`).join("");
}

function element(value: Value, indent: string): string {
  if (value instanceof Hash) return value.size === 0 ? "{}\n" : hashLines(value, indent).slice(indent.length);
  if (Array.isArray(value))
    return value.length === 0 ? "[]\n" : arrayLines(value, indent).slice(indent.length);
  return `${scalar(value, indent)}\n`;
}

function scalar(value: Value, indent: string): string {
  const text = value === null ? "" : typeof value === "number" ? floatToText(value) : String(value);
  if (needsQuotes(text)) return JSON.stringify(text);
  if (typeof value !== "string") return text;
  if (text.includes("\n")) return `|-\n${text.replaceAll(/^/gm, indent)}`;
  if (/^[^\p{L}\p{N}\p{M}\p{Pc}][^"]*$/u.test(text)) return JSON.stringify(text);
  return isMisread(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

/** Facter's own rule (yaml_fact_formatter.rb), letter by letter. */
function needsQuotes(text: string): boolean {
  if (/true|false/.test(text) || /^[0-9]+$/m.test(text)) return false;
  if (/[yYnN]|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE|:/.test(text)) return true;
  return !/[a-zA-Z]/.test(text) && !/[0-9]+\.[0-9]+/.test(text);
}

/** A plain scalar that YAML 1.1 would not read as this string. */
function isMisread(text: string): boolean {
  if (/^(?:true|false|[-+]?[0-9][0-9_,]*(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?|0x[0-9a-fA-F]+|0o?[0-7]+)$/.test(text))
    return true;
  return /^[\s!"#%&'*,>?@[\]`{|}~-]|\s#|\s$/.test(text);
}
