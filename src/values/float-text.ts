/** A Float as Ruby's `to_s` writes it: the shortest digits that read back, with at least one after the point. */
export function floatToText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "-Infinity" : "Infinity";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa, exponentText] = value.toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 15) return scientific(mantissa, exponent);
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}

function scientific(mantissa: string, exponent: number): string {
  const sign = exponent < 0 ? "-" : "+";
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${sign}${digits}`;
}
