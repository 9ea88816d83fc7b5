import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { type Kind, textOf } from "../kind.ts";

/** The fields of a job's schedule, in the order in which a crontab has them (crontab(5)). */
export const TIME_FIELDS = ["minute", "hour", "monthday", "month", "weekday"] as const;

/** What a field without a restriction has. */
export const ANY = "absent";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = [
  ...["", "january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

interface Bounds {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
}

export const minute = timeField({ name: "minute", least: 0, most: 59 });
export const hour = timeField({ name: "hour", least: 0, most: 23 });
export const weekday = timeField({ name: "weekday", least: 0, most: 7, words: WEEKDAYS });
export const month = timeField({ name: "month", least: 1, most: 12, words: MONTHS });
export const monthday = timeField({ name: "monthday", least: 1, most: 31 });

/** One or several numbers, names, ranges and steps. */
function timeField(bounds: Bounds): Kind<readonly string[] | typeof ANY> {
  return {
    many: true,
    parse(value) {
      const values: readonly Value[] = Array.isArray(value) ? (value.flat(9) as Value[]) : [value];
      const parts = values.map((one) => timePart(one, bounds));
      return parts[0] === "absent" ? ANY : parts;
    },
  };
}

function timePart(value: Value, bounds: Bounds): string {
  const text = textOf(value);
  if (text === "absent" || text === "*") return "absent";
  if (/^\*\/[0-9]+$|^[0-9]+-[0-9]+(\/[0-9]+)?$/.test(text)) return text;
  const number = /^\d+$/.test(text) ? Number(text) : named(text, bounds.words);
  if (number !== undefined && number >= bounds.least && number <= bounds.most)
    return /^\d+$/.test(text) ? text : String(number);
  const words = `${text} is not a valid ${bounds.name}`;
  return fail(
    "INVALID_VALUE",
    `Munging failed for value ${rubyInspect(value)} in class ${bounds.name}: ${words}`,
  );
}

/** The number of a day or month by its name or the first three letters of it. */
function named(text: string, words: readonly string[] = []): number | undefined {
  const lower = text.toLowerCase();
  if (lower === "") return undefined;
  const at = words.findIndex((word) => word === lower || (lower.length === 3 && word.slice(0, 3) === lower));
  return at < 0 ? undefined : at;
}
