import type { Value } from "../../values/value.ts";
import { RubySymbol } from "./ruby-symbol.ts";

/** A class of Ruby that a text asks for and that data may not load. */
export class ForbiddenClass {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const TEXT = /^[^\d.:-]?[\p{L}\p{M}_\s!@#$%^&*(){}<>|/\\~;=]+|\n/mu;
const TIME =
  /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const DATE = /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/;
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}$/;
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}\.[0-9_]*$/;
const FLOAT = /^[-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][+-][0-9]+)?$/;
const INTEGER = /^([-+]?)(0b[01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)$/;

/** What an unquoted YAML scalar means to Ruby's Psych 4, which Puppet 7 reads data with (YAML 1.1, with its ways). */
export function plainScalar(text: string): Value | ForbiddenClass {
  if (text === "") return null;
  if (TEXT.test(text)) return word(text);
  if (TIME.test(text)) return new ForbiddenClass("Time");
  if (DATE.test(text)) return new ForbiddenClass("Date");
  if (/^:./.test(text)) return new RubySymbol(symbolName(text));
  return number(text) ?? text;
}

function word(text: string): Value {
  if (text.length > 5) return text;
  if (text === "~" || /^null$/i.test(text)) return null;
  if (/^(yes|true|on)$/i.test(text)) return true;
  if (/^(no|false|off)$/i.test(text)) return false;
  return text;
}

function symbolName(text: string): string {
  const quoted = /^:(["'])(.*)\1/.exec(text);
  return quoted ? (quoted[2] ?? "").replace(/^:/, "") : text.slice(1);
}

function number(text: string): bigint | number | undefined {
  if (/^\+?\.inf$/i.test(text)) return Number.POSITIVE_INFINITY;
  if (/^-\.inf$/i.test(text)) return Number.NEGATIVE_INFINITY;
  if (/^\.nan$/i.test(text)) return Number.NaN;
  if (SEXAGESIMAL.test(text)) return sexagesimal(text);
  if (SEXAGESIMAL_FLOAT.test(text)) return sexagesimalFloat(text);
  if (FLOAT.test(text)) return /^[-+]?\.$/.test(text) ? undefined : float(text);
  return integer(text);
}

/** Psych counts the first part in units of 3600 however many parts there are. */
function sexagesimal(text: string): bigint {
  const parts = text.replaceAll("_", "").replace(/^\+/, "").split(":");
  return parts.reduce((sum, part, at) => sum + BigInt(part) * 60n ** BigInt(Math.abs(at - 2)), 0n);
}

function sexagesimalFloat(text: string): number {
  const parts = text.replaceAll("_", "").split(":");
  return parts.reduce((sum, part, at) => sum + Number.parseFloat(part) * 60 ** Math.abs(at - 2), 0);
}

function float(text: string): number {
  return Number.parseFloat(text.replace(/[,_]/g, "").replace(/\.([eE]|$)/, "$1"));
}

function integer(text: string): bigint | undefined {
  const match = INTEGER.exec(text);
  if (!match) return undefined;
  const digits = (match[2] as string).replace(/[,_]/g, "");
  if (digits === "0b" || digits === "0x") return undefined;
  const size = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return match[1] === "-" ? -size : size;
}
