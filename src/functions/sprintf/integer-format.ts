const BASES: Readonly<Record<string, number>> = { d: 10, i: 10, u: 10, o: 8, x: 16, b: 2 };

/** How an integer is written before it is filled up: its sign, its prefix and its digits. */
export interface IntegerParts {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  /** What leading zeros are instead, for negative numbers in two's complement: `f`, `7`, `1`. */
  readonly fill: string;
}

/** An integer in a base; without `+` or space, negative ones of bases 2, 8 and 16 are in two's complement with `..`. */
export function integerParts(value: bigint, conversion: string, flags: string): IntegerParts {
  const base = BASES[conversion.toLowerCase()]!;
  const signed = flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const prefix = flags.includes("#") ? prefixOf(conversion, value) : "";
  if (base !== 10 && value < 0n && signed === "") {
    const fill = (base - 1).toString(base);
    return {
      sign: "",
      prefix: conversion === "o" ? "" : prefix,
      digits: cased(`..${complement(value, base, fill)}`, conversion),
      fill: cased(fill, conversion),
    };
  }
  const digits = cased((value < 0n ? -value : value).toString(base), conversion);
  return { sign: value < 0n ? "-" : signed, prefix, digits, fill: "0" };
}

function cased(text: string, conversion: string): string {
  return conversion === "X" ? text.toUpperCase() : text;
}

function prefixOf(conversion: string, value: bigint): string {
  if (conversion === "o") return "0";
  return "xXbB".includes(conversion) && value !== 0n ? `0${conversion}` : "";
}

/** The digits of a negative number that go on with the highest digit for ever to the left. */
function complement(value: bigint, base: number, fill: string): string {
  const bits = base === 16 ? 4n : base === 8 ? 3n : 1n;
  let width = BigInt((-value).toString(base).length + 1);
  let digits = (value + (1n << (bits * width))).toString(base);
  width = BigInt(digits.length);
  digits = digits.replace(new RegExp(`^${fill}+`), "");
  return fill + digits;
}
