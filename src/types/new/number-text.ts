import { quoted } from "../../values/quoted.ts";
import { conversionFailed } from "./conversion.ts";

const DIGITS: Readonly<Record<number, string>> = { 2: "[01]", 8: "[0-7]", 10: "\\d", 16: "[0-9A-Fa-f]" };
const PREFIXES: Readonly<Record<string, number>> = { "0b": 2, "0o": 8, "0x": 16, "0d": 10 };

/** An integer as Ruby's `Integer()` reads it: a prefix tells the radix; of another radix than the given one it counts as digits. */
export function integerOfText(text: string, radix: number | undefined): bigint {
  const match = /^([+-]?)(0[bodx])?(.*)$/is.exec(text.trim())!;
  const [, sign, prefix = "", rest = ""] = match;
  const prefixRadix = PREFIXES[prefix.toLowerCase()];
  const used = radix ?? prefixRadix ?? (/^0_?\d/.test(rest) ? 8 : 10);
  const written = prefixRadix === used ? rest : prefix + rest;
  const digits = new RegExp(`^${DIGITS[used]}+(_${DIGITS[used]}+)*$`);
  if (!digits.test(written)) conversionFailed(`invalid value for Integer(): ${inspected(text)}`);
  const value = digitsValue(written.replace(/_/g, ""), used);
  return sign === "-" ? -value : value;
}

function digitsValue(digits: string, radix: number): bigint {
  const prefix = { 2: "0b", 8: "0o", 10: "", 16: "0x" }[radix] ?? "";
  return BigInt(`${prefix}${digits}`);
}

/** A float as Ruby's `Float()` reads it. */
export function floatOfText(text: string): number {
  const written = text.trim();
  const isHex = /^[+-]?0x[0-9A-Fa-f]+$/i.test(written);
  if (isHex) return Number(integerOfText(written, undefined));
  if (!/^[+-]?\d+(_\d+)*(\.\d+(_\d+)*)?([eE][+-]?\d+)?$/.test(written)) {
    conversionFailed(`invalid value for Float(): ${inspected(text)}`);
  }
  return Number(written.replace(/_/g, ""));
}

/** The text as Ruby inspects it. */
export function inspected(text: string): string {
  return quoted(text, true);
}

/** A text whose sign is apart from its digits, without what is between; undefined for other texts. */
export function signJoined(text: string): string | undefined {
  const match = /^([+-])[ \t]+(.*)$/s.exec(text);
  return match ? `${match[1]}${match[2]}` : undefined;
}
