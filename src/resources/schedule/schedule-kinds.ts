import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import type { Kind } from "../kind.ts";

/** Hour, minute and second of a day. */
export type TimeOfDay = readonly [hour: number, minute: number, second: number];

/** From one time of day to another; the next day's when that comes first. */
export interface Range {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** Ranges such as `2 - 4` and `22:00 - 04:30`. */
export const ranges: Kind<readonly Range[]> = {
  parse: (value) => (Array.isArray(value) ? value : [value]).map(range),
};

function range(value: Value): Range {
  const [, from, to] =
    (typeof value === "string" && /^\s*(\d+(?::\d+){0,2})\s*-\s*(\d+(?::\d+){0,2})\s*$/.exec(value)) || [];
  if (from === undefined || to === undefined)
    return fail("INVALID_VALUE", `Invalid range value '${rubyText(value)}'`);
  return { from: timeOfDay(from, value), to: timeOfDay(to, value) };
}

function timeOfDay(text: string, given: Value): TimeOfDay {
  const refuse = (why: string): never =>
    fail("INVALID_VALUE", `Munging failed for value ${rubyInspect(given)} in class range: ${why}`);
  const [hour = 0, minute = 0, second = 0] = text.split(":").map(Number);
  if (hour > 23) refuse(`Invalid hour '${hour}'`);
  if (minute > 59) refuse(`Invalid minute '${minute}'`);
  return [hour, minute, second];
}

/** How often within the period. */
export const times: Kind<number> = {
  parse(value) {
    const text = String(value);
    return /^\d+$/.test(text) ? Number(text) : fail("INVALID_VALUE", "Repeat must be a number");
  },
};

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const DAY = /^(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(day)?$/i;

/** Days of the week by name or number; 0 is Sunday. */
export const weekdays: Kind<ReadonlySet<number>> = {
  parse: (value) => new Set((Array.isArray(value) ? value : [value]).map(weekday)),
};

function weekday(value: Value): number {
  const text = rubyText(value);
  if (/^[0-6]$/.test(text)) return Number(text);
  return DAY.test(text)
    ? DAYS.indexOf(text.slice(0, 3).toLowerCase())
    : fail("INVALID_VALUE", `${text} is not a valid day of the week`);
}
