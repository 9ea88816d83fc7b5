import { Failure, fail } from "../../diagnostics/failure.ts";
import {
  type FieldSegment,
  fieldUnit,
  fieldWidth,
  isFragment,
  parseTimespanFormat,
  type TimespanFormat,
  type TimespanSegment,
} from "./timespan-format.ts";

/** The nanoseconds a text denotes in a format, or in the first of several that fits; fails when none does. */
export function parseTimespan(text: string, format: string | readonly string[]): bigint {
  if (typeof format === "string") return parseWith(text, parseTimespanFormat(format));
  for (const candidate of format) {
    const compiled = parseTimespanFormat(candidate);
    try {
      return parseWith(text, compiled);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  fail("TIMESPAN_FORMAT", `Unable to parse '${text}' using any of the formats ${format.join(", ")}`);
}

function parseWith(text: string, format: TimespanFormat): bigint {
  const pattern = new RegExp(`^-?${format.segments.map(segmentPattern).join("")}$`);
  const match = pattern.exec(text);
  if (!match) fail("TIMESPAN_FORMAT", `Unable to parse '${text}' using format '${format.text}'`);
  let sum = 0n;
  for (const [i, segment] of format.segments.entries()) {
    if ("literal" in segment) continue;
    const digits = match[i + 1]!.replace(/^\s+/, "");
    if (!/^\d+$/.test(digits))
      fail("TIMESPAN_FORMAT", `Unable to parse '${text}' using format '${format.text}'`);
    sum += nanosecondsOf(segment, digits);
  }
  return text.startsWith("-") ? -sum : sum;
}

function segmentPattern(segment: TimespanSegment): string {
  if ("literal" in segment) return `(${segment.literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")})`;
  const { pad, width, total } = segment;
  if (width !== undefined) {
    if (pad === undefined) return `([0-9]{1,${width}})`;
    return pad === "0" ? `([0-9]{${width}})` : `([0-9\\s]{${width}})`;
  }
  if (pad === " ") return total ? "\\s*([0-9]+)" : `([0-9\\s]{1,${fieldWidth(segment)}})`;
  return total ? "([0-9]+)" : `([0-9]{1,${fieldWidth(segment)}})`;
}

function nanosecondsOf({ field, total }: FieldSegment, digits: string): bigint {
  const count = BigInt(digits);
  if (!isFragment(field)) return count * fieldUnit(field);
  if (total) {
    fail(
      "TIMESPAN_FORMAT",
      "Format specifiers %L and %N denotes fractions and must be used together with a specifier of higher magnitude",
    );
  }
  return digits.length >= 9 ? count : count * 10n ** BigInt(9 - digits.length);
}
