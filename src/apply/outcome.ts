import type { Reference } from "../catalog/catalog.ts";
import type { Place } from "../diagnostics/issue.ts";
import type { Managed } from "./managed.ts";

export type EventStatus = "success" | "failure" | "noop";

/** One thing that happened, or would have happened, to a resource. */
export interface ApplyEvent {
  /** Puppet's name of the event, e.g. `mode_changed`. */
  readonly name: string;
  readonly status: EventStatus;
  readonly message: string;
  /** The state it is about, when it is about one. */
  readonly property?: string | undefined;
  readonly previous?: unknown;
  readonly desired?: unknown;
  /** Whether `previous` and `desired` were blacked out. */
  readonly redacted: boolean;
  readonly invalidatesRefresh: boolean;
  readonly time: Date;
}

/** What became of one resource. */
export interface ResourceOutcome {
  readonly reference: Reference;
  readonly type: string;
  readonly title: string;
  readonly place: Place;
  /** The containers from the stage down, and the resource itself. */
  readonly containmentPath: readonly string[];
  readonly tags: ReadonlySet<string>;
  provider: string | undefined;
  readonly events: ApplyEvent[];
  /** What was done, or in a dry run would be done, as a person would type it. */
  readonly steps: string[];
  failed: boolean;
  failedToRestart: boolean;
  restarted: boolean;
  skipped: boolean;
  /** It was considered, not skipped. */
  scheduled: boolean;
  seconds: number;
  readonly startedAt: Date;
  /** The failed resources it depends on, directly or not. */
  failedDependencies: readonly Reference[];
}

/** The outcome of a resource whose turn it is now. */
export function newOutcome(resource: Managed): ResourceOutcome {
  const { reference, type, title, place, containment, tags, provider } = resource;
  return {
    reference,
    type: type.name,
    title,
    place,
    containmentPath: containment,
    tags,
    provider,
    events: [],
    steps: [],
    failed: false,
    failedToRestart: false,
    restarted: false,
    skipped: false,
    scheduled: false,
    seconds: 0,
    startedAt: new Date(),
    failedDependencies: [],
  };
}

/** How a run went, for the report and the exit code. */
export interface ApplyReport {
  readonly catalog: {
    readonly name: string;
    readonly version: string | bigint;
    readonly environment: string;
  };
  readonly startedAt: Date;
  seconds: number;
  readonly noop: boolean;
  readonly outcomes: readonly ResourceOutcome[];
  /** All resources were looked at: nothing in the catalog was wrong and nobody interrupted. */
  completed: boolean;
  interrupted: boolean;
  /** A resource could not make the resources it should have made. */
  failedToGenerate: boolean;
}

/** How many changes were made to a resource. */
export function changeCount(outcome: ResourceOutcome): number {
  return outcome.events.filter((event) => event.status === "success").length;
}

/** A run is failed, changed or unchanged as Puppet's report has it. */
export function reportStatus(report: ApplyReport): "failed" | "changed" | "unchanged" {
  const { outcomes, completed, failedToGenerate } = report;
  if (!completed || failedToGenerate || outcomes.some((o) => o.failed || o.failedToRestart)) return "failed";
  return outcomes.some((outcome) => changeCount(outcome) > 0) ? "changed" : "unchanged";
}
