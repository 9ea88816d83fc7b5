import type { Hash } from "../../values/hash.ts";
import { Timespan } from "../../values/timespan.ts";
import type { Value } from "../../values/value.ts";

const FIELDS = [
  "days",
  "hours",
  "minutes",
  "seconds",
  "milliseconds",
  "microseconds",
  "nanoseconds",
] as const;
const SECOND = 1_000_000_000n;
const NANOSECONDS = [86_400n * SECOND, 3_600n * SECOND, 60n * SECOND, SECOND, 1_000_000n, 1_000n, 1n];

/** A length of time from a hash: a text with its format, or numbers of days, hours and so on. */
export function timespanOfFields(hash: Hash): Timespan {
  const text = hash.get("string");
  if (typeof text === "string") return Timespan.parse(text, formats(hash.get("format")));
  const values = FIELDS.map((field) => hash.get(field) ?? 0n);
  const total = timespanOfNumbers(values).nanoseconds;
  return new Timespan(hash.get("negative") === true ? -total : total);
}

/** A length of time from days, hours, minutes, seconds and fractions of seconds, in that order. */
export function timespanOfNumbers(values: readonly Value[]): Timespan {
  const total = values.reduce<bigint>((sum, value, i) => sum + BigInt(value as bigint) * NANOSECONDS[i]!, 0n);
  return new Timespan(total);
}

/** A format or several, as given; undefined for the default ones. */
export function formats(value: Value | undefined): string | readonly string[] | undefined {
  return typeof value === "string" || Array.isArray(value)
    ? (value as string | readonly string[])
    : undefined;
}
