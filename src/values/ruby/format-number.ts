import { codePointLength } from "../code-points.ts";

/** The flags of a format directive, as Ruby's `format` has them. */
export interface NumberFormat {
  readonly left: boolean;
  readonly zero: boolean;
  readonly alternative: boolean;
  readonly plus: "+" | " " | "";
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

/** Text in a field: cut to the precision, padded with blanks to the width. */
export function padText(text: string, { left, width = 0, precision }: NumberFormat): string {
  const cut = precision === undefined ? text : [...text].slice(0, precision).join("");
  const missing = Math.max(0, width - codePointLength(cut));
  return left ? cut + " ".repeat(missing) : " ".repeat(missing) + cut;
}

const RADIX: Readonly<Record<string, number>> = { d: 10, x: 16, X: 16, o: 8, b: 2, B: 2 };
const PREFIX: Readonly<Record<string, string>> = { x: "0x", X: "0X", o: "0", b: "0b", B: "0B" };

/** An integer as `%d`, `%x`, `%X`, `%o`, `%b` or `%B` writes it. */
export function integerText(value: bigint, kind: string, directive: NumberFormat): string {
  const radix = RADIX[kind]!;
  if (radix !== 10 && value < 0n && directive.plus === "")
    return complementText(value, kind, radix, directive);
  const magnitude = (value < 0n ? -value : value).toString(radix);
  const isBare = value === 0n && directive.precision === 0 && !(kind === "o" && directive.alternative);
  const shown = isBare ? "" : magnitude;
  const digits = cased(shown.padStart(directive.precision ?? 0, "0"), kind);
  const isMarked = value === 0n || (kind === "o" && digits.startsWith("0"));
  const prefix = directive.alternative && !isMarked ? (PREFIX[kind] ?? "") : "";
  return padNumber(
    value < 0n ? "-" : directive.plus,
    prefix,
    digits,
    directive,
    directive.precision === undefined,
  );
}

/** A negative number in two's complement: endless digits of the sign are shown as `..f`. */
function complementText(value: bigint, kind: string, radix: number, directive: NumberFormat): string {
  const sign = (radix - 1).toString(radix);
  const digits = complementDigits(value, radix, sign);
  const prefix = directive.alternative && kind !== "o" ? PREFIX[kind]! : "";
  const { precision, width = 0, zero, left } = directive;
  let shown = `..${digits}`;
  if (precision !== undefined) shown = `..${digits.padStart(precision - 2, sign)}`;
  else if (zero && !left) shown = `..${digits.padStart(width - 2 - prefix.length, sign)}`;
  return padNumber("", prefix, cased(shown, kind), directive, false);
}

/** The digits of a negative number with exactly one leading digit of the sign. */
function complementDigits(value: bigint, radix: number, sign: string): string {
  let modulus = BigInt(radix);
  while (-value > modulus) modulus *= BigInt(radix);
  const digits = (modulus * BigInt(radix) + value).toString(radix);
  return digits.replace(new RegExp(`^${sign}+`), sign);
}

function cased(digits: string, kind: string): string {
  return kind === "X" ? digits.toUpperCase() : digits;
}

function padNumber(
  sign: string,
  prefix: string,
  digits: string,
  directive: NumberFormat,
  mayZero: boolean,
): string {
  const { width = 0, left, zero } = directive;
  const missing = Math.max(0, width - sign.length - prefix.length - digits.length);
  if (left) return `${sign}${prefix}${digits}${" ".repeat(missing)}`;
  if (zero && mayZero) return `${sign}${prefix}${"0".repeat(missing)}${digits}`;
  return `${" ".repeat(missing)}${sign}${prefix}${digits}`;
}

/** A float as `%f`, `%e`, `%g` or `%a` (or in capitals) writes it. */
export function floatFieldText(value: number, kind: string, directive: NumberFormat): string {
  const isNegative = value < 0 || Object.is(value, -0);
  const sign = isNegative ? "-" : directive.plus;
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? "NaN" : "Inf";
    return padNumber(Number.isNaN(value) ? directive.plus : sign, "", word, directive, false);
  }
  const body = floatBody(Math.abs(value), kind.toLowerCase(), directive);
  const text = kind === kind.toUpperCase() ? body.toUpperCase() : body;
  const isHex = kind.toLowerCase() === "a";
  return padNumber(sign, isHex ? text.slice(0, 2) : "", isHex ? text.slice(2) : text, directive, true);
}

function floatBody(value: number, kind: string, { precision, alternative }: NumberFormat): string {
  if (kind === "f") return fixed(value, precision ?? 6, alternative);
  if (kind === "e") return exponential(value, precision ?? 6, alternative);
  if (kind === "a") return hexadecimal(value, precision, alternative);
  return general(value, precision === 0 ? 1 : (precision ?? 6), alternative);
}

function fixed(value: number, precision: number, alternative: boolean): string {
  const digits = scaled(value, precision)
    .toString()
    .padStart(precision + 1, "0");
  if (precision === 0) return alternative ? `${digits}.` : digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

function exponential(value: number, precision: number, alternative: boolean): string {
  const { digits, exponent } = significant(value, precision + 1);
  const point = precision > 0 || alternative ? "." : "";
  const sign = exponent < 0 ? "-" : "+";
  return `${digits[0]}${point}${digits.slice(1)}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** `%g`: the shorter of the two forms, without trailing zeros unless in alternative form. */
function general(value: number, precision: number, alternative: boolean): string {
  const { exponent } = significant(value, precision);
  const isExponential = exponent < -4 || exponent >= precision;
  const text = isExponential
    ? exponential(value, precision - 1, alternative)
    : fixed(value, precision - 1 - exponent, alternative);
  if (alternative) return text;
  const [mantissa, power] = text.split("e") as [string, string | undefined];
  const trimmed = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return power === undefined ? trimmed : `${trimmed}e${power}`;
}

function hexadecimal(value: number, precision: number | undefined, alternative: boolean): string {
  const { digits, exponent } = hexadecimalParts(value, precision);
  const point = digits !== "" || alternative ? "." : "";
  return `0x${value === 0 ? "0" : "1"}${point}${digits}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

/** The digits behind the leading 1, and the power of two; a mantissa that is rounded up to 2 becomes 1. */
function hexadecimalParts(
  value: number,
  precision: number | undefined,
): { digits: string; exponent: number } {
  if (value === 0) return { digits: "0".repeat(precision ?? 0), exponent: 0 };
  const { mantissa, exponent } = parts(value);
  const shift = 53 - mantissa.toString(2).length;
  const dropped = precision === undefined || precision > 13 ? 0n : BigInt(52 - 4 * precision);
  const rounded = halfEven(mantissa << BigInt(shift), 1n << dropped) << dropped;
  const carried = rounded === 1n << 53n ? 1 : 0;
  const all = ((rounded >> BigInt(carried)) - (1n << 52n)).toString(16).padStart(13, "0");
  const digits =
    precision === undefined ? all.replace(/0+$/, "") : all.padEnd(precision, "0").slice(0, precision);
  return { digits, exponent: exponent - shift + 52 + carried };
}

/** The first so many digits of a number, rounded, and the power of ten of the first. */
function significant(value: number, count: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: "0".repeat(count), exponent: 0 };
  // The shortest text may round up to the next power of ten, which the exact value does not reach.
  let exponent = Number(value.toExponential().split("e")[1]);
  if (scaled(value, count - 1 - exponent).toString().length < count) exponent--;
  const digits = scaled(value, count - 1 - exponent).toString();
  if (digits.length <= count) return { digits, exponent };
  return { digits: digits.slice(0, count), exponent: exponent + 1 };
}

/** The digits up to which Ruby's dtoa takes a decimal that looks like a tie for one. */
const QUICK_DIGITS = 14;

/** A number times a power of ten, rounded to the nearest integer, ties to even as C does. */
function scaled(value: number, power: number): bigint {
  return tie(value, power) ?? exactlyScaled(value, power);
}

/**
 * Ruby rounds what reads as a tie (2.675 to two digits) to even, although the float is a little off it; undefined when
 * the shortest decimal of the number is no tie.
 */
function tie(value: number, power: number): bigint | undefined {
  const [, first = "", more = "", exponent = ""] = /^(\d)\.?(\d*)e(.*)$/.exec(value.toExponential())!;
  const digits = first + more;
  const kept = Number(exponent) + 1 + power;
  if (!digits.endsWith("5") || digits.length !== kept + 1 || kept < 1 || kept > QUICK_DIGITS)
    return undefined;
  const down = BigInt(digits.slice(0, -1));
  return down % 2n === 0n ? down : down + 1n;
}

function exactlyScaled(value: number, power: number): bigint {
  const { mantissa, exponent } = parts(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  return halfEven(numerator, denominator);
}

function halfEven(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice > denominator || (twice === denominator && whole % 2n === 1n)) return whole + 1n;
  return whole;
}

/** The integer and the power of two that a float is the product of. */
function parts(value: number): { mantissa: bigint; exponent: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}
