import { describe, expect, test } from "vitest";
import { isDue } from "../../../src/resources/schedule/is-due.ts";
import type { Schedule } from "../../../src/resources/schedule/schedule.ts";
import { ranges, times, weekdays } from "../../../src/resources/schedule/schedule-kinds.ts";
import type { Value } from "../../../src/values/value.ts";

function schedule({ range, repeat, weekday, ...rest }: Record<string, Value>): Schedule {
  return {
    range: range === undefined ? undefined : ranges.parse(range),
    repeat: repeat === undefined ? 1 : times.parse(repeat),
    weekday: weekday === undefined ? undefined : weekdays.parse(weekday),
    periodmatch: "distance",
    period: undefined,
    ...rest,
  };
}

/** What Puppet::Type::Schedule#match? answers; 2026-11-21 is a Saturday. */
const rows: [schedule: Record<string, Value>, previous: string, now: string, due: boolean][] = [
  [{}, "1970-01-01T00:00", "2026-11-21T12:00", true],
  [{ period: "never" }, "1970-01-01T00:00", "2026-11-21T12:00", false],
  [{ period: "hourly" }, "2026-11-21T11:01", "2026-11-21T12:00", false],
  [{ period: "hourly" }, "2026-11-21T11:00", "2026-11-21T12:00", true],
  [{ period: "hourly", repeat: 2n }, "2026-11-21T11:30", "2026-11-21T12:00", true],
  [{ period: "hourly", repeat: "4" }, "2026-11-21T11:50", "2026-11-21T12:00", false],
  [{ period: "hourly", periodmatch: "number" }, "2026-11-21T11:59", "2026-11-21T12:00", true],
  [{ period: "daily", periodmatch: "number" }, "2026-11-21T00:00", "2026-11-21T23:59", false],
  [{ period: "daily", periodmatch: "number" }, "2026-11-20T23:59", "2026-11-21T00:00", true],
  [{ period: "weekly", periodmatch: "number" }, "2026-11-21T23:59", "2026-11-22T00:00", true],
  [{ period: "weekly", periodmatch: "number" }, "2026-11-20T12:00", "2026-11-21T12:00", false],
  [{ period: "weekly", periodmatch: "number" }, "2026-11-13T12:00", "2026-11-21T12:00", true],
  [{ period: "monthly", periodmatch: "number" }, "2026-10-31T23:59", "2026-11-01T00:00", true],
  [{ period: "monthly" }, "2026-10-31T23:59", "2026-11-21T00:00", false],
  [{ range: "2 - 4" }, "1970-01-01T00:00", "2026-11-21T03:00", true],
  [{ range: "2 - 4" }, "1970-01-01T00:00", "2026-11-21T04:01", false],
  [{ range: ["2 - 4", "12:30-13"] }, "1970-01-01T00:00", "2026-11-21T12:31", true],
  [{ range: "22:00 - 04:00" }, "1970-01-01T00:00", "2026-11-21T23:00", true],
  [{ range: "22:00 - 04:00" }, "1970-01-01T00:00", "2026-11-21T03:00", true],
  [{ range: "22:00 - 04:00" }, "1970-01-01T00:00", "2026-11-21T12:00", false],
  [{ range: "22:00 - 04:00", weekday: "Saturday" }, "1970-01-01T00:00", "2026-11-21T23:00", true],
  [{ range: "22:00 - 04:00", weekday: "Saturday" }, "1970-01-01T00:00", "2026-11-22T02:00", true],
  [{ range: "22:00 - 04:00", weekday: "Saturday" }, "1970-01-01T00:00", "2026-11-21T02:00", false],
  [{ weekday: "Sat" }, "1970-01-01T00:00", "2026-11-21T02:00", true],
  [{ weekday: ["0", 1n] }, "1970-01-01T00:00", "2026-11-21T02:00", false],
  [{ weekday: "tues" }, "1970-01-01T00:00", "2026-11-24T02:00", true],
];

describe("when a resource has its turn", () => {
  test.each(rows)("%o, last %s, now %s: %s", (given, previous, now, due) => {
    expect(isDue(schedule(given), new Date(previous), new Date(now))).toBe(due);
  });
});
