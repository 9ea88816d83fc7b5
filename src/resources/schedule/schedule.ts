import { fail } from "../../diagnostics/failure.ts";
import { defineType, type WantedOf } from "../define.ts";
import { oneOf, withDefault } from "../kind.ts";
import { ranges, times, weekdays } from "./schedule-kinds.ts";

/** When resources may be applied that name it in their `schedule`. Nothing is managed by it. */
export const schedule = defineType({
  name: "schedule",
  doc: "When, and how often, resources are applied.",
  key: "name",
  settings: {
    range: ranges,
    periodmatch: withDefault(oneOf("number", "distance"), "distance"),
    period: oneOf("hourly", "daily", "weekly", "monthly", "never"),
    repeat: withDefault(times, 1),
    weekday: weekdays,
  },
  state: {},
  validate({ repeat, periodmatch }) {
    if (repeat !== 1 && periodmatch !== "distance")
      fail("INVALID_VALUE", `Repeat must be 1 unless periodmatch is 'distance', not '${periodmatch}'`);
  },
});

/** A schedule, complete. */
export type Schedule = Pick<
  WantedOf<typeof schedule>,
  "range" | "periodmatch" | "period" | "repeat" | "weekday"
>;
