import { floatToText } from "../../values/float-text.ts";
import type { Value } from "../../values/value.ts";
import { plainScalar } from "./plain-scalar.ts";

/** Where a scalar is written: the column it starts at, how deep its further lines are, and whether it is a key. */
export interface ScalarPosition {
  readonly column: number;
  readonly indent: number;
  readonly key: boolean;
}

const WIDTH = 80;

/** A scalar as Ruby's Psych writes it (libyaml's choice of quotes, folding at column 80). */
export function dumpScalar(value: Value, position: ScalarPosition): string {
  if (value === null) return "";
  if (typeof value === "string") return dumpString(value, position);
  return typeof value === "number" ? dumpFloat(value) : String(value);
}

function dumpFloat(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (Number.isFinite(value)) return floatToText(value);
  return value > 0 ? ".inf" : "-.inf";
}

type Style = "plain" | "single" | "double" | "literal";

function dumpString(text: string, position: ScalarPosition): string {
  if (text === "<<") return "!!str '<<'";
  const style = possible(wanted(text), text, position.key);
  if (style === "literal") return literal(text, position.indent);
  if (style === "double") return double(text, position);
  const body = style === "single" ? text.replaceAll("'", "''") : text;
  const folded = fold(body, style === "single" ? { ...position, column: position.column + 1 } : position);
  return style === "single" ? `'${folded}'` : folded;
}

/** What Psych asks for. */
function wanted(text: string): Style {
  if (/\n(?!\n?$(?![\s\S]))/.test(text)) return "literal";
  if (text === "y" || text === "n") return "double";
  if (/^[^\p{L}\p{M}\p{N}\p{Pc}][^"]*$/mu.test(text)) return "double";
  if (typeof plainScalar(text) !== "string" || /^0[0-7]*[89]/.test(text)) return "single";
  return "plain";
}

/** What libyaml makes of it. */
function possible(style: Style, text: string, key: boolean): Style {
  const special =
    /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff\u{10000}-\u{10ffff}\t\r]|[ ][\n]/u.test(
      text,
    );
  if (special) return "double";
  const multiline = text.includes("\n");
  if (style === "literal") return key || / $/.test(text) ? "double" : style;
  if (style === "plain" && (multiline || /^ | $/.test(text) || hasIndicators(text))) return single(text);
  return style === "single" ? single(text) : style;
}

function single(text: string): Style {
  return /\n /.test(text) ? "double" : "single";
}

/** Characters that mean something where a plain scalar of a block stands. */
function hasIndicators(text: string): boolean {
  if (/^(---|\.\.\.)/.test(text)) return true;
  if (/^[#,[\]{}&*!|>'"%@`]/.test(text)) return true;
  return /^[-?:](\s|$)/.test(text) || /:(\s|$)/.test(text) || /\s#/.test(text);
}

function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? "2" : "";
  const chomp = !text.endsWith("\n") ? "-" : /(^|\n)\n$/.test(text) ? "+" : "";
  const lines = text.replace(/\n$/, "").split("\n");
  return `|${hint}${chomp}\n${lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line)).join("\n")}`;
}

/** Break lines at the first space behind column 80; a line break of the text becomes an empty line. */
function fold(text: string, { column, indent, key }: ScalarPosition): string {
  const pad = `\n${" ".repeat(indent)}`;
  let at = column;
  let result = "";
  const chars = [...text];
  chars.forEach((char, index) => {
    const alone =
      chars[index - 1] !== " " && chars[index + 1] !== " " && index > 0 && index < chars.length - 1;
    const breaks = char === "\n" || (!key && char === " " && at > WIDTH && alone);
    if (char === "\n") result += chars[index - 1] === "\n" ? pad.slice(0, 1) : "\n";
    if (breaks) result += char === "\n" && chars[index + 1] === "\n" ? "" : pad;
    else result += char;
    at = breaks ? indent : at + 1;
  });
  return result;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\u0000": "\\0",
  "\u0007": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\u001b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\u00a0": "\\_",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

function double(text: string, { column, indent, key }: ScalarPosition): string {
  const chars = [...text];
  let at = column + 1;
  let result = '"';
  chars.forEach((char, index) => {
    const inside = index > 0 && index < chars.length - 1;
    if (char === " " && !key && inside && at > WIDTH && chars[index - 1] !== " ") {
      result += `\n${" ".repeat(indent)}${chars[index + 1] === " " ? "\\ " : ""}`;
      at = indent;
      return;
    }
    const written = escaped(char);
    result += written;
    at += written.length;
  });
  return `${result}"`;
}

function escaped(char: string): string {
  const known = ESCAPES[char];
  if (known !== undefined && char !== "\u00a0") return known;
  const code = char.codePointAt(0) as number;
  if (code >= 0x10000) return `\\U${code.toString(16).toUpperCase().padStart(8, "0")}`;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0))
    return `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
  return code === 0xfeff ? "\\uFEFF" : char;
}
