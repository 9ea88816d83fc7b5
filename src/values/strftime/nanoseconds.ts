export const SECOND = 1_000_000_000n;
export const MINUTE = 60n * SECOND;
export const HOUR = 60n * MINUTE;
export const DAY = 24n * HOUR;

/** Division that rounds down also below zero. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The order of a time and a number of seconds: whole seconds against an Integer, exact against a Float. */
export function compareNanoseconds(nanoseconds: bigint, seconds: bigint | number): number {
  const own = typeof seconds === "bigint" ? floorDivide(nanoseconds, SECOND) : Number(nanoseconds) / 1e9;
  return own < seconds ? -1 : own > seconds ? 1 : 0;
}
