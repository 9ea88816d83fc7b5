import { floorDivide, SECOND } from "./nanoseconds.ts";

/** A time as a calendar and a clock show it. */
export interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 is the first of January. */
  readonly yearday: number;
  /** Whole seconds since 1970 UTC. */
  readonly epoch: bigint;
}

/** The civil time, at an offset from UTC in seconds, of nanoseconds since 1970 UTC. */
export function civil(nanoseconds: bigint, offset: number): Civil {
  const epoch = floorDivide(nanoseconds, SECOND);
  const date = new Date((Number(epoch) + offset) * 1000);
  const year = date.getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    nanosecond: Number(nanoseconds - epoch * SECOND),
    weekday: date.getUTCDay(),
    yearday: daysBefore(year, date.getUTCMonth(), date.getUTCDate()),
    epoch,
  };
}

function daysBefore(year: number, month: number, day: number): number {
  return Math.round((utcMilliseconds(year, month, day) - utcMilliseconds(year, 0, 1)) / 86_400_000) + 1;
}

/** Milliseconds since 1970 of a date; unlike Date.UTC, years below 100 mean themselves. */
export function utcMilliseconds(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** The week of the year, counted from the first Sunday (0) or Monday (1). */
export function weekOfYear({ yearday, weekday }: Civil, firstDay: 0 | 1): number {
  const sinceFirst = (weekday - firstDay + 7) % 7;
  return Math.floor((yearday - 1 + 7 - sinceFirst) / 7);
}

/** The ISO 8601 year and week. */
export function isoWeek(time: Civil): { year: number; week: number } {
  const thursday = new Date(
    utcMilliseconds(time.year, time.month - 1, time.day - ((time.weekday + 6) % 7) + 3),
  );
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - utcMilliseconds(year, 0, 1)) / 86_400_000;
  return { year, week: Math.floor(days / 7) + 1 };
}
