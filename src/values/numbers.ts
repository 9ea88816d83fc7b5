import { fail } from "../diagnostics/failure.ts";

const NUMERIC = /^[ \t]*([-+]?)[ \t]*((0[xX][0-9A-Fa-f]+)|(0?\d+)((?:\.\d+)?(?:[eE]-?\d+)?))[ \t]*$/;

export const MIN_INTEGER = -(2n ** 63n);
export const MAX_INTEGER = 2n ** 63n - 1n;

/** A number written as text, with the radix it was written in. */
export interface WrittenNumber {
  readonly value: bigint | number;
  readonly radix: 8 | 10 | 16;
}

/**
 * The number a text denotes as Puppet reads numbers in strings: decimal, `0x` hexadecimal, octal with a leading
 * zero, or a float; with an optional sign and blanks around. Undefined when it denotes none.
 */
export function toNumberWithRadix(text: string): WrittenNumber | undefined {
  const match = NUMERIC.exec(text.startsWith("::") ? text.slice(2) : text);
  if (!match) return undefined;
  const [, sign, digits, hex, decimal, fraction] = match;
  if (fraction) return float(sign === "-", digits!, decimal!, fraction);
  if (hex !== undefined) return integer(sign, BigInt(hex), 16);
  if (decimal!.length === 1 || !decimal!.startsWith("0")) return integer(sign, BigInt(decimal!), 10);
  return /^[0-7]+$/.test(decimal!) ? integer(sign, BigInt(`0o${decimal}`), 8) : undefined;
}

/** The number a text denotes, see `toNumberWithRadix`. */
export function toNumber(text: string): bigint | number | undefined {
  return toNumberWithRadix(text)?.value;
}

function integer(sign: string | undefined, value: bigint, radix: 8 | 10 | 16): WrittenNumber {
  return { value: sign === "-" ? -value : value, radix };
}

/** Zero raised to a power is no float, nor is what exceeds the largest one. */
function float(
  negative: boolean,
  digits: string,
  whole: string,
  fraction: string,
): WrittenNumber | undefined {
  if (/^0\d*[89]/.test(whole)) return undefined;
  if (/^0+$/.test(whole) && /^\.?0*[eE]/.test(fraction)) return undefined;
  const value = Number(digits);
  return Number.isFinite(value) ? { value: negative ? -value : value, radix: 10 } : undefined;
}

/** Whether an integer is one of Puppet's: 64 bits, signed. */
export function isInRange(value: bigint): boolean {
  return value >= MIN_INTEGER && value <= MAX_INTEGER;
}

/** An integer that fits 64 bits; fails, naming the expression that gave it, when it does not. */
export function checkedInteger(value: bigint, expression: string): bigint {
  if (isInRange(value)) return value;
  const end = value > 0n ? "max" : "min";
  fail(
    "NUMERIC_OVERFLOW",
    `${expression} resulted in a value outside of Puppet Integer ${end} range, got '${hex(value)}'`,
  );
}

function hex(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `+0x${value.toString(16)}`;
}
