import type { Binary } from "../../values/binary.ts";
import { floatToText } from "../../values/float-text.ts";
import { quoted } from "../../values/quoted.ts";
import type { Regexp } from "../../values/regexp.ts";
import { floatFieldText, integerText, type NumberFormat, padText } from "../../values/ruby/format-number.ts";
import { type Format, invalid } from "./format.ts";

const INTEGER_LETTERS = "dxXobB";
const FLOAT_LETTERS = "eEfgGaA";

/** Width and precision as text has them; without either the text as it is. */
export function padded(text: string, format: Format): string {
  return format.left || format.width !== undefined || format.precision !== undefined
    ? padText(text, format)
    : text;
}

export function undefText(format: Format): string {
  return padded(undefWord(format), format);
}

function undefWord(format: Format): string {
  const { letter, alternative } = format;
  if (`${INTEGER_LETTERS}${FLOAT_LETTERS}`.includes(letter)) return "NaN";
  switch (letter) {
    case "n":
      return alternative ? "null" : "nil";
    case "u":
      return alternative ? "undefined" : "undef";
    case "v":
      return "n/a";
    case "V":
      return "N/A";
    case "s":
      return alternative ? '""' : "";
    case "p":
      return alternative ? '"undef"' : "undef";
    default:
      return format.unsuited("Undef", "nudxXobBeEfgGaAvVsp");
  }
}

export function defaultText(format: Format): string {
  const word = { d: "default", s: "default", p: "default", D: "Default" }[format.letter];
  if (word === undefined) format.unsuited("Default", "dDsp");
  return padded(format.alternative ? `"${word}"` : word, format);
}

export function booleanText(value: boolean, format: Format): string {
  const { letter } = format;
  if (INTEGER_LETTERS.includes(letter)) return integerFormatText(value ? 1n : 0n, format);
  if (FLOAT_LETTERS.includes(letter)) return floatFormatText(value ? 1 : 0, format);
  const words = { t: ["true", "false"], T: ["True", "False"], y: ["yes", "no"], Y: ["Yes", "No"] }[letter];
  if (letter === "s" || letter === "p") return padded(String(value), format);
  if (!words) format.unsuited("Boolean", "tTyYdxXobBeEfgGaAsp");
  const word = words[value ? 0 : 1]!;
  return padded(format.alternative ? word.charAt(0) : word, format);
}

export function integerFormatText(value: bigint, format: Format): string {
  const { letter } = format;
  if (letter === "p") return padText(String(value), format);
  if (INTEGER_LETTERS.includes(letter)) return integerText(value, letter, format);
  if (FLOAT_LETTERS.includes(letter)) return floatFieldText(Number(value), letter, format);
  if (letter === "c") {
    const char = characterOf(value);
    return padText(format.alternative ? `"${char}"` : char, format);
  }
  if (letter === "s") return padText(format.alternative ? `"${value}"` : String(value), format);
  return format.unsuited("Integer", "dxXobBeEfgGaAspc");
}

function characterOf(value: bigint): string {
  if (value < 0n || value > 0x10ffffn) invalid("pack(U): value out of range");
  return String.fromCodePoint(Number(value));
}

export function floatFormatText(value: number, format: Format): string {
  const { letter } = format;
  if (INTEGER_LETTERS.includes(letter)) {
    if (!Number.isFinite(value)) invalid(floatToText(value));
    return integerText(BigInt(Math.trunc(value)), letter, format);
  }
  if (FLOAT_LETTERS.includes(letter)) return floatFieldText(value, letter, format);
  if (letter === "p") return padText(floatToText(value), format);
  if (letter !== "s") return format.unsuited("Float", "dxXobBeEfgGaAsp");
  return padText(format.alternative ? `"${floatToText(value)}"` : floatToText(value), format);
}

export function stringText(value: string, format: Format): string {
  const { letter, alternative } = format;
  if (letter === "s") return padText(value, format);
  if (letter === "p") return padded(quoted(value, alternative), format);
  const changed = changedCase(value, letter) ?? format.unsuited("String", "cCudspt");
  return alternative ? padded(quoted(changed), format) : padText(changed, format);
}

function changedCase(value: string, letter: string): string | undefined {
  switch (letter) {
    case "c":
      return capitalize(value);
    case "C":
      return value
        .replace(/(::)+$/, "")
        .split("::")
        .map(capitalize)
        .join("::");
    case "u":
      return value.toUpperCase();
    case "d":
      return value.toLowerCase();
    case "t":
      return value.replace(/^[\0\t-\r ]+|[\0\t-\r ]+$/g, "");
    default:
      return undefined;
  }
}

function capitalize(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length).toLowerCase();
}

export function regexpText(value: Regexp, format: Format): string {
  if (format.letter === "p") return padText(value.toString(), format);
  if (format.letter !== "s") return format.unsuited("Regexp", "sp");
  const source = value.options === 0 ? value.source : value.withOptions();
  return padText(format.alternative ? quoted(source) : source, format);
}

export function binaryText(value: Binary, format: Format): string {
  if (format.letter === "p") return `Binary("${padText(value.toString(), format)}")`;
  const text = binaryContent(value, format) ?? format.unsuited("Binary", "bButTsp");
  return padText(format.alternative ? quoted(text, true) : text, format);
}

function binaryContent(value: Binary, format: Format): string | undefined {
  switch (format.letter) {
    case "s":
      return value.toText() ?? invalid(`"${escapedByte(value)}" from ASCII-8BIT to UTF-8`);
    case "b":
      return value.toWrappedBase64();
    case "B":
      return value.toString();
    case "u":
      return value.toUrlSafeBase64();
    case "t":
      return "Binary";
    case "T":
      return "BINARY";
    default:
      return undefined;
  }
}

/** The first byte that is no ASCII, as Ruby's encoding errors show it. */
function escapedByte(value: Binary): string {
  const byte = value.bytes.find((one) => one > 0x7f) ?? 0;
  return `\\x${byte.toString(16).toUpperCase()}`;
}

/** Anything else by its own text. */
export function otherText(text: string, format: NumberFormat): string {
  return padText(text, format);
}
