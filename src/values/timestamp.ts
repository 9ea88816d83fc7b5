import { RichValue } from "./rich-value.ts";
import { formatTime } from "./strftime/format-time.ts";
import { compareNanoseconds } from "./strftime/nanoseconds.ts";
import { DEFAULT_TIMESTAMP_FORMAT, parseTimestamp } from "./strftime/parse-timestamp.ts";
import { timezoneOffset } from "./strftime/timezone.ts";

/** A point in time, in nanoseconds since 1970 UTC. */
export class Timestamp extends RichValue {
  readonly typeName = "Timestamp";
  readonly nanoseconds: bigint;

  constructor(nanoseconds: bigint) {
    super();
    this.nanoseconds = nanoseconds;
  }

  static now(): Timestamp {
    const sinceStart = BigInt(Math.round(performance.now() * 1e6));
    return new Timestamp(BigInt(Math.round(performance.timeOrigin * 1e3)) * 1000n + sinceStart);
  }

  /** The time a text denotes in a strptime format, the first of several that fits, or Puppet's default ones. */
  static parse(text: string, format?: string | readonly string[], timezone?: string): Timestamp {
    return new Timestamp(parseTimestamp(text, format, timezone));
  }

  /** Seconds since 1970 with their fraction. */
  toSeconds(): number {
    return Number(this.nanoseconds) / 1e9;
  }

  compareToNumber(seconds: bigint | number): number {
    return compareNanoseconds(this.nanoseconds, seconds);
  }

  /** The time in a strftime format, in UTC or at the offset of a timezone (`+02:00`, `PST`, `current`). */
  format(format: string, timezone?: string): string {
    if (!timezone) return formatTime(format, this.nanoseconds, { offset: 0, name: "UTC" });
    return formatTime(format, this.nanoseconds, {
      offset: timezoneOffset(timezone, this.nanoseconds),
      name: "",
    });
  }

  hashKey(): string {
    return `Timestamp:${this.nanoseconds}`;
  }

  toString(): string {
    return this.format(DEFAULT_TIMESTAMP_FORMAT);
  }
}
