import type { Value } from "../values/value.ts";
import { leadingFloat } from "./numeric-text.ts";

/** How a conversion is recognised, and what value the text is. */
interface Conversion {
  readonly pattern: string;
  readonly value: (text: string) => Value;
}

const FLOAT = "[-+]?(?:\\d+(?![\\d.])|\\d*\\.\\d*(?:[eE][-+]?\\d+)?|\\d+[eE][-+]?\\d+)";
/** With a width, an exponent after whole digits belongs to the number. */
const WIDE_FLOAT = "[-+]?(?:\\d+[eE][-+]?\\d+|\\d*\\.?\\d*(?:[eE][-+]?\\d+)?)";

const signed = (text: string, base: string) => {
  const digits = BigInt(base + text.replace(/^[-+]/, "").replace(/^0[xX]/, ""));
  return text.startsWith("-") ? -digits : digits;
};

/** Ruby's `scanf`: the values that a format finds at the beginning of a text; it stops where the text differs. */
export function rubyScanf(text: string, format: string): Value[] {
  const values: Value[] = [];
  let at = 0;
  for (const [, space, star, width, letter, set, literal] of format.matchAll(
    /(\s+)|%(\*?)(\d*)(?:([diuoxXaAeEfFgGsc%])|\[(\^?\]?[^\]]*)\])|([\s\S])/g,
  )) {
    if (space !== undefined) {
      at += /^\s*/.exec(text.slice(at))![0].length;
      continue;
    }
    const end = literal !== undefined || letter === "%" ? skipLiteral(text, at, literal ?? "%") : -2;
    if (end === -1) break;
    if (end >= 0) {
      at = end;
      continue;
    }
    const conversion = set === undefined ? conversionOf(letter!, width!) : setConversion(set, width!);
    const found = new RegExp(conversion.pattern, "y");
    found.lastIndex = at;
    const match = found.exec(text);
    if (!match) break;
    at = found.lastIndex;
    if (star === "") values.push(conversion.value(match[1]!));
  }
  return values;
}

function skipLiteral(text: string, at: number, literal: string): number {
  const start = literal === "%" ? at + /^\s*/.exec(text.slice(at))![0].length : at;
  return text.startsWith(literal, start) ? start + literal.length : -1;
}

function conversionOf(letter: string, width: string): Conversion {
  const most = width === "" ? "" : Number(width);
  const digits = (set: string) => (most === "" ? `${set}+` : `${set}{1,${most}}`);
  switch (letter) {
    case "d":
    case "u":
      return { pattern: `\\s*([-+]?${digits("\\d")})`, value: (text) => signed(text, "") };
    case "i":
      return { pattern: "\\s*([-+]?(?:0[xX][\\dA-Fa-f]+|0[0-7]*|[1-9]\\d*))", value: anyBase };
    case "o":
      return { pattern: `\\s*([-+]?${digits("[0-7]")})`, value: (text) => signed(text, "0o") };
    case "x":
    case "X":
      return {
        pattern: `\\s*([-+]?(?:0[xX])?${digits("[\\dA-Fa-f]")})`,
        value: (text) => signed(text, "0x"),
      };
    case "s":
      return { pattern: `\\s*(${digits("\\S")})`, value: (text) => text };
    case "c":
      return { pattern: `([\\s\\S]{1,${most || 1}})`, value: (text) => text };
    default:
      return {
        pattern: `\\s*(${most === "" ? FLOAT : `(?=[-+]?\\.?\\d)${WIDE_FLOAT}`})`,
        value: leadingFloat,
      };
  }
}

function anyBase(text: string): Value {
  const bare = text.replace(/^[-+]/, "");
  if (/^0[xX]/.test(bare)) return signed(text, "0x");
  return signed(text, bare.startsWith("0") ? "0o" : "");
}

function setConversion(set: string, width: string): Conversion {
  const inside = set.replace(/[[\\]/g, "\\$&").replace(/^(\^?)\]/, "$1\\]");
  return { pattern: `([${inside}]${width === "" ? "+" : `{1,${width}}`})`, value: (text) => text };
}
