import { RichValue } from "./rich-value.ts";
import { compareNanoseconds } from "./strftime/nanoseconds.ts";
import { parseTimespan } from "./strftime/parse-timespan.ts";
import { DEFAULT_TIMESPAN_FORMATS, parseTimespanFormat } from "./strftime/timespan-format.ts";

/** A length of time in nanoseconds; may be negative. */
export class Timespan extends RichValue {
  readonly typeName = "Timespan";
  readonly nanoseconds: bigint;

  constructor(nanoseconds: bigint) {
    super();
    this.nanoseconds = nanoseconds;
  }

  /** The span a text denotes in a format, or the first of several that fits. */
  static parse(text: string, format: string | readonly string[] = DEFAULT_TIMESPAN_FORMATS): Timespan {
    return new Timespan(parseTimespan(text, format));
  }

  /** Seconds with their fraction. */
  toSeconds(): number {
    return Number(this.nanoseconds) / 1e9;
  }

  compareToNumber(seconds: bigint | number): number {
    return compareNanoseconds(this.nanoseconds, seconds);
  }

  format(format: string): string {
    return parseTimespanFormat(format).format(this.nanoseconds);
  }

  hashKey(): string {
    return `Timespan:${this.nanoseconds}`;
  }

  toString(): string {
    return this.format(DEFAULT_TIMESPAN_FORMATS[0]!);
  }
}
