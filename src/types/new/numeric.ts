import type { Hash } from "../../values/hash.ts";
import { toNumber } from "../../values/numbers.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import type { Value } from "../../values/value.ts";
import type { Constructor } from "./constructor.ts";
import { cannotConvert, conversionFailed } from "./conversion.ts";
import { floatOfText, integerOfText, signJoined } from "./number-text.ts";

const HEX = "(?:0[xX][0-9A-Fa-f]+)";
const OCTAL = "(?:0[0-7]+)";
const BINARY = "(?:0[bB][01]+)";
const DECIMAL = "(?:0|[1-9]\\d*)";
const SIGN = "[+-]?\\s*";
const FLOAT = `\\A${SIGN}(?:(?:${DECIMAL}(?:\\.\\d+)?(?:[eE]-?\\d+)?)|${HEX}|${OCTAL}|${BINARY})\\z`;
const INTEGER = `\\A${SIGN}(?:(?:\\d+)|${HEX}|${BINARY})\\z`;

/** `Numeric.new`: an Integer or a Float, as the argument has it. */
export const newNumeric: Constructor = {
  name: "new_numeric",
  types: {
    Convertible: `Variant[Integer, Float, Boolean, Pattern[/${FLOAT}/], Timespan, Timestamp]`,
    NamedArgs: "Struct[{from => Convertible, Optional[abs] => Boolean}]",
  },
  dispatches: [
    {
      params: [
        ["Convertible", "from"],
        ["Boolean", "abs", "optional"],
      ],
      body: (_context, from, abs) => absolute(numericOf(from!), abs),
    },
    {
      params: [["NamedArgs", "hash_args"]],
      body: (_context, hash) => named(hash!, (from) => numericOf(from)),
    },
  ],
  mismatches: [
    {
      params: [
        ["Any", "from"],
        ["Boolean", "abs", "optional"],
      ],
      words: (_local, from) => cannotConvert(from!, "Numeric"),
    },
  ],
};

/** `Float.new` */
export const newFloat: Constructor = {
  name: "new_float",
  types: {
    Convertible: `Variant[Numeric, Boolean, Pattern[/${FLOAT}/], Timespan, Timestamp]`,
    NamedArgs: "Struct[{from => Convertible, Optional[abs] => Boolean}]",
  },
  dispatches: [
    {
      params: [
        ["Convertible", "from"],
        ["Boolean", "abs", "optional"],
      ],
      body: (_context, from, abs) => absolute(floatOf(from!), abs),
    },
    { params: [["NamedArgs", "hash_args"]], body: (_context, hash) => named(hash!, (from) => floatOf(from)) },
  ],
  mismatches: [
    {
      params: [
        ["Any", "from"],
        ["Boolean", "abs", "optional"],
      ],
      words: (_local, from) => cannotConvert(from!, "Float"),
    },
  ],
};

/** The pattern of texts that `Integer.new` reads. */
export const INTEGER_PATTERN = INTEGER;

/** A number without its sign, when asked for. */
export function absolute(value: bigint | number, abs: Value | undefined): bigint | number {
  if (abs !== true) return value;
  return value < 0 ? -value : value;
}

function named(args: Value, convert: (from: Value) => bigint | number): Value {
  const hash = args as Hash;
  return absolute(convert(hash.get("from")!), hash.get("abs"));
}

function numericOf(from: Value): bigint | number {
  if (typeof from === "bigint" || typeof from === "number") return from;
  if (typeof from === "boolean") return from ? 1n : 0n;
  if (from instanceof Timespan || from instanceof Timestamp) return from.toSeconds();
  const text = String(from);
  if (/^0[bx]/i.test(text)) return integerOfText(text, undefined);
  const number = toNumber(text);
  return number ?? conversionFailed(cannotConvert(text, "Numeric"));
}

function floatOf(from: Value): number {
  if (typeof from === "bigint" || typeof from === "number") return Number(from);
  if (typeof from === "boolean") return from ? 1 : 0;
  if (from instanceof Timespan || from instanceof Timestamp) return from.toSeconds();
  return floatOfPuppetText(String(from));
}

function floatOfPuppetText(text: string): number {
  const joined = signJoined(text);
  if (joined !== undefined) return floatOfPuppetText(joined);
  return /^0b/i.test(text) ? Number(integerOfText(text, undefined)) : floatOfText(text);
}
