import type { Schedule } from "./schedule.ts";
import type { Range } from "./schedule-kinds.ts";

/** Whether a schedule lets a resource be applied now that was looked at last at `previous` (Puppet's `match?`). */
export function isDue(schedule: Schedule, previous: Date, now: Date): boolean {
  const { range, weekday, period } = schedule;
  if (range !== undefined && !range.some((one) => within(one, weekday, now))) return false;
  if (period !== undefined && !isPeriodOver(schedule, period, previous, now)) return false;
  return range !== undefined || weekday === undefined || weekday.has(now.getDay());
}

type Period = NonNullable<Schedule["period"]>;

const SECONDS: Readonly<Record<Period, number>> = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  never: Number.POSITIVE_INFINITY,
};

function isPeriodOver({ periodmatch, repeat }: Schedule, period: Period, previous: Date, now: Date): boolean {
  const seconds = Math.floor(now.getTime() / 1000) - Math.floor(previous.getTime() / 1000);
  if (period === "never") return false;
  if (periodmatch === "distance") return seconds >= Math.floor(SECONDS[period] / repeat);
  switch (period) {
    case "hourly":
      return now.getHours() !== previous.getHours();
    case "daily":
      return now.getDate() !== previous.getDate();
    case "weekly":
      return previous.getDay() > now.getDay() || seconds > SECONDS.weekly;
    case "monthly":
      return now.getMonth() !== previous.getMonth();
  }
}

/** A range over midnight belongs to the day it begins on. */
function within({ from, to }: Range, weekdays: ReadonlySet<number> | undefined, now: Date): boolean {
  const at = (time: Range["from"], days: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, ...time);
  const isDay = (days: number): boolean => weekdays?.has(at([12, 0, 0], days).getDay()) ?? true;
  const between = (first: Date, last: Date): boolean => first <= now && now <= last;
  if (at(from, 0) < at(to, 0)) return between(at(from, 0), at(to, 0)) && isDay(0);
  if (between(at(from, 0), at(to, 1))) return isDay(0);
  return between(at(from, -1), at(to, 0)) && isDay(-1);
}
