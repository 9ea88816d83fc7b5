import type { Catalog, CatalogResource } from "../catalog/catalog.ts";
import { Failure } from "../diagnostics/failure.ts";
import { locationText } from "../diagnostics/puppet-text.ts";
import { isDue } from "../resources/schedule/is-due.ts";
import { type Schedule, schedule as scheduleType } from "../resources/schedule/schedule.ts";
import { instantiate } from "./instantiate.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";

/** Schedules that are always there; a catalog may have others of their names. */
const ALWAYS: readonly (readonly [string, Schedule])[] = [
  ["puppet", { ...plain("hourly"), repeat: 2 }],
  ...(["hourly", "daily", "weekly", "monthly", "never"] as const).map(
    (period) => [period, plain(period)] as const,
  ),
];

function plain(period: NonNullable<Schedule["period"]>): Schedule {
  return { period, periodmatch: "distance", repeat: 1, range: undefined, weekday: undefined };
}

/** The schedules of a catalog: they say whether a resource has its turn in this run. */
export class Schedules {
  readonly #named = new Map<string, Schedule>(ALWAYS);
  readonly #options: ApplyOptions;

  /** Fails when a schedule is wrong. */
  constructor({ resources }: Catalog, options: ApplyOptions) {
    this.#options = options;
    for (const resource of resources) if (resource.type === "Schedule") this.#add(resource);
  }

  #add(resource: CatalogResource): void {
    const { wanted } = instantiate(resource, scheduleType.with(), { containment: [] }, this.#options);
    this.#named.set(resource.title, wanted as unknown as Schedule);
    this.#named.set(wanted.name, wanted as unknown as Schedule);
  }

  /** Fails when a resource asks for a schedule that there is not. */
  check({ schedule, reference, place }: Managed): void {
    if (schedule === undefined || this.#named.has(schedule)) return;
    const message = `Failed to apply catalog: Could not find schedule ${schedule}`;
    const hint = `${reference} asks for it ${locationText(place)}`.trimEnd();
    throw new Failure({ code: "UNKNOWN_SCHEDULE", severity: "error", message, hint });
  }

  /** Whether a resource is due; when it is, this is remembered as the time it was looked at. */
  turn({ schedule, reference }: Managed): boolean {
    const { checkTimes, ignoreSchedules } = this.#options;
    if (schedule === undefined || ignoreSchedules) return true;
    const now = new Date();
    const due = isDue(this.#named.get(schedule)!, new Date(checkTimes?.get(reference) ?? 0), now);
    if (due) checkTimes?.set(reference, now.getTime());
    return due;
  }
}
