import { type ApplyReport, changeCount, type ResourceOutcome } from "../apply/outcome.ts";

/** Numbers by name. */
export type Numbers = Readonly<Record<string, number>>;

/** The numbers of a run, grouped as in Puppet's reports. */
export interface Metrics {
  readonly resources: Numbers;
  readonly time: Numbers;
  readonly changes: Numbers;
  readonly events: Numbers;
}

type Test = (outcome: ResourceOutcome) => boolean;

const STATES: Readonly<Record<string, Test>> = {
  skipped: (outcome) => outcome.skipped,
  failed: (outcome) => outcome.failed,
  failed_to_restart: (outcome) => outcome.failedToRestart,
  restarted: (outcome) => outcome.restarted,
  changed: (outcome) => changeCount(outcome) > 0,
  out_of_sync: (outcome) => outcome.events.length > 0,
  scheduled: (outcome) => outcome.scheduled,
  corrective_change: () => false,
};

/** Count what a run did. */
export function metricsOf(report: ApplyReport): Metrics {
  const { outcomes, seconds } = report;
  const resources: Record<string, number> = { total: outcomes.length };
  for (const [name, test] of Object.entries(STATES)) resources[name] = outcomes.filter(test).length;
  const changes = outcomes.reduce((sum, outcome) => sum + changeCount(outcome), 0);
  return {
    resources,
    time: timesOf(outcomes, seconds),
    changes: { total: changes },
    events: eventsOf(outcomes),
  };
}

function timesOf(outcomes: readonly ResourceOutcome[], total: number): Numbers {
  const times: Record<string, number> = {};
  for (const { type, seconds } of outcomes) times[type] = (times[type] ?? 0) + seconds;
  return { ...times, total };
}

function eventsOf(outcomes: readonly ResourceOutcome[]): Numbers {
  const counts: Record<string, number> = { total: 0, failure: 0, success: 0 };
  for (const { status } of outcomes.flatMap((outcome) => outcome.events)) {
    counts[status] = (counts[status] ?? 0) + 1;
    counts.total! += 1;
  }
  return counts;
}
