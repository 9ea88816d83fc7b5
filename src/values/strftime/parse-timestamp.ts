import { fail } from "../../diagnostics/failure.ts";
import { utcMilliseconds } from "./civil.ts";
import { type ParsedTime, strptime } from "./strptime.ts";
import { namedOffset, timezoneOffset } from "./timezone.ts";

const WITHOUT_ZONE = ["%FT%T.%N", "%FT%T", "%F %T.%N", "%F %T", "%F"];
const WITH_ZONE = ["%FT%T.%N %Z", "%FT%T %Z", "%F %T.%N %Z", "%F %T %Z", "%F %Z", ...WITHOUT_ZONE];

/** The format a Timestamp is written in. */
export const DEFAULT_TIMESTAMP_FORMAT = WITH_ZONE[0]!;

/** Nanoseconds since 1970 UTC of a time written in one of the formats; fails when none fits. */
export function parseTimestamp(text: string, format?: string | readonly string[], timezone?: string): bigint {
  const given = timezone ? timezone : undefined;
  const parsed =
    typeof format === "string"
      ? parseOne(text, format, given)
      : parseAny(text, format ?? defaults(given), given);
  const zone = given ?? parsed.zone;
  return utcNanoseconds(parsed) - BigInt(zone === undefined ? 0 : timezoneOffset(zone)) * 1_000_000_000n;
}

function defaults(timezone: string | undefined): readonly string[] {
  return timezone === undefined ? WITH_ZONE : WITHOUT_ZONE;
}

function parseOne(text: string, format: string, timezone: string | undefined): ParsedTime {
  const parsed = strptime(text, format);
  if (!parsed) fail("TIMESTAMP_FORMAT", `Unable to parse '${text}' using format '${format}'`);
  if (timezone !== undefined && parsed.zone !== undefined) {
    fail(
      "TIMESTAMP_FORMAT",
      "Using a Timezone designator in format specification is mutually exclusive to providing an explicit timezone argument",
    );
  }
  return parsed;
}

function parseAny(text: string, formats: readonly string[], timezone: string | undefined): ParsedTime {
  for (const format of formats) {
    const parsed = strptime(text, format);
    if (parsed && !(timezone !== undefined && parsed.zone !== undefined)) return parsed;
  }
  fail("TIMESTAMP_FORMAT", `Unable to parse '${text}' using any of the formats ${formats.join(", ")}`);
}

function utcNanoseconds(parsed: ParsedTime): bigint {
  if (parsed.epoch !== undefined && parsed.year === undefined) return epochNanoseconds(parsed);
  if (parsed.year === undefined) fail("TIMESTAMP_FORMAT", "can't convert nil into an exact number");
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, nanosecond = 0n } = parsed;
  const days = BigInt(utcMilliseconds(year, month - 1, day)) * 1_000_000n;
  return days + BigInt(hour * 3600 + minute * 60 + second) * 1_000_000_000n + nanosecond;
}

function epochNanoseconds({ epoch, nanosecond = 0n, zone }: ParsedTime): bigint {
  const offset = zone === undefined ? 0 : (namedOffset(zone) ?? 0);
  return epoch! * 1_000_000_000n + nanosecond + BigInt(offset) * 1_000_000_000n;
}
