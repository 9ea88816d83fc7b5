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
      return pointed(scientific(value, precision ?? 6), alternate);
    case "a":
      return pointed(hexadecimal(value, precision), alternate);
    default:
      return general(value, precision ?? 6, alternate);
  }
}

/** With a decimal point, when there must be one. */
function pointed(text: string, required: boolean): string {
  return required && !text.includes(".") ? text.replace(/^(?:0x)?\d+/, "$&.") : text;
}

function fixed(value: number, precision: number): string {
  const digits = scaled(value, precision)
    .toString()
    .padStart(precision + 1, "0");
  if (precision === 0) return digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

function scientific(value: number, precision: number): string {
  let exponent = value === 0 ? 0 : Number(value.toExponential(20).split("e")[1]);
  let digits = scaled(value, precision - exponent).toString();
  if (digits.length > precision + 1) digits = scaled(value, precision - ++exponent).toString();
  const mantissa = precision === 0 ? digits : `${digits[0]}.${digits.slice(1).padEnd(precision, "0")}`;
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

const BITS = new DataView(new ArrayBuffer(8));

/** A number times a power of ten, rounded exactly, halves to even as C does. */
function scaled(value: number, power: number): bigint {
  BITS.setFloat64(0, value);
  const bits = BITS.getBigUint64(0);
  const raw = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & 0xfffffffffffffn) + (raw === 0 ? 0n : 1n << 52n);
  const exponent = (raw === 0 ? 1 : raw) - 1075;
  const numerator = mantissa * powerOf(10n, power) * powerOf(2n, exponent);
  const denominator = powerOf(10n, -power) * powerOf(2n, -exponent);
  const twice = (numerator % denominator) * 2n;
  const down = numerator / denominator;
  const up = twice > denominator || (twice === denominator && (down & 1n) === 1n);
  return up ? down + 1n : down;
}

function powerOf(base: bigint, exponent: number): bigint {
  return exponent > 0 ? base ** BigInt(exponent) : 1n;
}

function general(value: number, given: number, alternate: boolean): string {
  const precision = given === 0 ? 1 : given;
  const exponent = value === 0 ? 0 : Number(scientific(value, precision - 1).split("e")[1]);
  const short = exponent < -4 || exponent >= precision;
  const text = short ? scientific(value, precision - 1) : fixed(value, precision - 1 - exponent);
  if (alternate || !text.includes(".")) return pointed(text, alternate);
  const [digits, tail = ""] = text.split("e") as [string, string?];
  return digits.replace(/\.?0+$/, "") + (tail === "" ? "" : `e${tail}`);
}

function hexadecimal(value: number, precision: number | undefined): string {
  if (value === 0) return precision ? `0x0.${"0".repeat(precision)}p+0` : "0x0p+0";
  let exponent = Math.floor(Math.log2(value));
  let mantissa = BigInt(Math.round((value / 2 ** exponent) * 2 ** 52));
  if (precision !== undefined && precision < 13) mantissa = roundedBits(mantissa, BigInt(52 - 4 * precision));
  while (mantissa >= 1n << 53n) {
    mantissa >>= 1n;
    exponent++;
  }
  const all = (mantissa - (1n << 52n)).toString(16).padStart(13, "0");
  const digits =
    precision === undefined ? all.replace(/0+$/, "") : all.padEnd(precision, "0").slice(0, precision);
  return `0x1${digits === "" ? "" : `.${digits}`}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

/** A number with its lowest bits rounded away, halves to even. */
function roundedBits(value: bigint, bits: bigint): bigint {
  const unit = 1n << bits;
  const rest = value % unit;
  const down = value - rest;
  const up = rest * 2n > unit || (rest * 2n === unit && (down / unit) % 2n === 1n);
  return up ? down + unit : down;
}
