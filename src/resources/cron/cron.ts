import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import { defineType } from "../define.ts";
import { type Kind, list, oneOf, str, textOf } from "../kind.ts";
import { presentWhenManaged } from "../records/ensure.ts";
import { ANY, hour, minute, month, monthday, TIME_FIELDS, weekday } from "./time-fields.ts";

const command: Kind<string> = { parse: (value) => textOf(value).trim() };

const SPECIALS = [
  ...["reboot", "yearly", "annually", "monthly", "weekly", "daily", "midnight", "hourly"],
  "absent",
];

const special: Kind<string> = {
  accepts: SPECIALS,
  parse(value) {
    const text = textOf(value);
    return SPECIALS.includes(text)
      ? text
      : fail("INVALID_VALUE", `Invalid special schedule ${rubyInspect(value)}`);
  },
};

const setting: Kind<string> = {
  parse(value) {
    const text = textOf(value);
    if (text === "absent" || /^\s*\w+\s*=/m.test(text)) return text;
    return fail("INVALID_VALUE", `Invalid environment setting ${rubyInspect(value)}`);
  },
};

type TimeField = readonly string[] | typeof ANY;

/** Fields of a schedule are compared as they are shown. */
function timeTraits(name: string) {
  return {
    insync: (is: unknown, to: TimeField) => quoted(is) === quoted(to),
    show: quoted,
    message: (is: unknown, to: TimeField) => {
      if (is === ANY || is === undefined) return `defined '${name}' as ${quoted(to)}`;
      if (to === ANY) return `undefined '${name}' from ${quoted(is)}`;
      return `${name} changed ${quoted(is)} to ${quoted(to)}`;
    },
  };
}

function quoted(value: unknown): string {
  return Array.isArray(value) ? `[${value.map((one) => `'${one}'`).join(", ")}]` : `'${value ?? ANY}'`;
}

/** A job that cron runs for a user. */
export const cron = defineType({
  name: "cron",
  doc: "A job in a user's crontab.",
  key: "name",
  settings: {},
  state: {
    ensure: oneOf("present", "absent"),
    command,
    special,
    minute,
    hour,
    weekday,
    month,
    monthday,
    environment: list(setting),
    user: str,
    target: str,
  },
  traits: {
    ensure: { event: (to) => (to === "present" ? "cron_created" : "cron_deleted") },
    minute: timeTraits("minute"),
    hour: timeTraits("hour"),
    weekday: timeTraits("weekday"),
    month: timeTraits("month"),
    monthday: timeTraits("monthday"),
    environment: {
      insync: (is, to) => sorted(is) === sorted(to),
      show: (settings) => settings.join(","),
      showFound: quoted,
    },
  },
  complete: (wanted) => presentWhenManaged(wanted, STATES),
  validate(wanted) {
    if (wanted.special === undefined || wanted.special === "absent") return;
    const field = ["minute", "hour", "weekday", "monthday", "month"] as const;
    const both = field.find((name) => wanted[name] !== undefined && wanted[name] !== ANY);
    if (both !== undefined)
      fail(
        "INVALID_VALUE",
        `Cron[${wanted.title}] cannot specify both a special schedule and a value for ${both}`,
      );
  },
  relations: ({ user }) => (user === undefined ? {} : { require: { User: [user] } }),
});

const STATES = ["command", "special", ...TIME_FIELDS, "environment", "user", "target"];

function sorted(settings: unknown): string {
  return Array.isArray(settings) && settings[0] !== "absent" ? [...settings].sort().join("\n") : "";
}
