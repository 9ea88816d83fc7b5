/** A number in one of C's float conversions without sign: `e`, `f`, `g`, `a`. */
export function floatDigits(
  value: number,
  conversion: string,
  precision: number | undefined,
  alternate: boolean,
): string {
  switch (conversion.toLowerCase()) {
    case "f":
      return alternate && precision === 0 ? `${fixed(value, 0)}.` : fixed(value, precision ?? 6);
    case "e":
      return scientific(value, precision ?? 6);
    case "a":
      return hexadecimal(value, precision);
    default:
      return general(value, precision ?? 6, alternate);
  }
}

/** JavaScript goes over to exponents past 1e21 and stops at 100 digits: large numbers are exact integers anyway. */
function fixed(value: number, precision: number): string {
  if (value >= 1e21) return BigInt(value).toString() + (precision > 0 ? `.${"0".repeat(precision)}` : "");
  return precision <= 100 ? value.toFixed(precision) : value.toFixed(100) + "0".repeat(precision - 100);
}

function scientific(value: number, precision: number): string {
  const [mantissa, exponent] = value.toExponential(Math.min(precision, 100)).split("e") as [string, string];
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}

function general(value: number, given: number, alternate: boolean): string {
  const precision = given === 0 ? 1 : given;
  const exponent = value === 0 ? 0 : Number(value.toExponential(precision - 1).split("e")[1]);
  const short = exponent < -4 || exponent >= precision;
  const text = short ? scientific(value, precision - 1) : fixed(value, precision - 1 - exponent);
  if (alternate || !text.includes(".")) return text;
  const [digits, tail = ""] = text.split("e") as [string, string?];
  return digits.replace(/\.?0+$/, "") + (tail === "" ? "" : `e${tail}`);
}

function hexadecimal(value: number, precision: number | undefined): string {
  if (value === 0) return `0x0p+0`;
  let exponent = Math.floor(Math.log2(value));
  let mantissa = value / 2 ** exponent;
  if (mantissa >= 2) {
    mantissa /= 2;
    exponent++;
  }
  let digits = BigInt(Math.round((mantissa - 1) * 2 ** 52))
    .toString(16)
    .padStart(13, "0");
  digits =
    precision === undefined ? digits.replace(/0+$/, "") : digits.padEnd(precision, "0").slice(0, precision);
  return `0x1${digits === "" ? "" : `.${digits}`}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}
