import {
  type ApplyEvent,
  type ApplyReport,
  changeCount,
  type ResourceOutcome,
  reportStatus,
} from "../apply/outcome.ts";
import type { LogEntry } from "../diagnostics/log.ts";
import { Hash } from "../values/hash.ts";
import { metricsOf, type Numbers } from "./metrics.ts";

/** A log entry with the moment it was made. */
export interface TimedEntry extends LogEntry {
  readonly time: Date;
}

const REPORT_FORMAT = 12;

/** A run as plain data in the shape of Puppet's reports (format 12), with the steps of each resource beside. */
export function reportData(
  report: ApplyReport,
  logs: readonly TimedEntry[],
  version: string,
  onlyChanged = false,
): Record<string, unknown> {
  const { catalog, outcomes } = report;
  const shown = onlyChanged ? outcomes.filter(isRemarkable) : outcomes;
  return {
    host: catalog.name,
    time: report.startedAt.toISOString(),
    configuration_version: plain(catalog.version),
    report_format: REPORT_FORMAT,
    puppet_version: version,
    status: reportStatus(report),
    transaction_completed: report.completed,
    noop: report.noop,
    noop_pending: outcomes.some((outcome) => outcome.events.some((event) => event.status === "noop")),
    environment: catalog.environment,
    logs: logs.map(logData),
    metrics: Object.fromEntries(
      Object.entries(metricsOf(report)).map(([name, values]) => [name, metricData(name, values)]),
    ),
    resource_statuses: statusesOf(shown),
    corrective_change: false,
  };
}

/** Whether anything is to be said of a resource: it failed, was skipped, or was not as it should be. */
function isRemarkable({ failed, failedToRestart, skipped, events }: ResourceOutcome): boolean {
  return failed || failedToRestart || skipped || events.length > 0;
}

/** An object that is a table from the start: thousands of keys are slow to add to one that begins as a record. */
function statusesOf(outcomes: readonly ResourceOutcome[]): Record<string, unknown> {
  const statuses: Record<string, unknown> = Object.create(null);
  for (const outcome of outcomes) statuses[outcome.reference] = statusData(outcome);
  return statuses;
}

function logData({ level, message, source, place, time }: TimedEntry): Record<string, unknown> {
  return {
    level,
    message,
    source: source ?? "Puppet",
    time: time.toISOString(),
    file: place?.file ?? null,
    line: place?.line ?? null,
  };
}

function metricData(name: string, values: Numbers): Record<string, unknown> {
  return {
    name,
    label: label(name),
    values: Object.entries(values).map(([key, value]) => [key, label(key), value]),
  };
}

/** `failed_to_restart` as `Failed to restart`. */
function label(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function statusData(outcome: ResourceOutcome): Record<string, unknown> {
  const {
    title,
    place,
    reference,
    type,
    provider,
    containmentPath,
    seconds,
    tags,
    startedAt,
    events,
    steps,
  } = outcome;
  return {
    title,
    file: place.file ?? null,
    line: place.line ?? null,
    resource: reference,
    resource_type: type.charAt(0).toUpperCase() + type.slice(1),
    provider_used: provider ?? null,
    containment_path: containmentPath,
    evaluation_time: seconds,
    tags: [...tags],
    time: startedAt.toISOString(),
    failed: outcome.failed,
    failed_to_restart: outcome.failedToRestart,
    changed: changeCount(outcome) > 0,
    out_of_sync: events.length > 0,
    skipped: outcome.skipped,
    change_count: changeCount(outcome),
    out_of_sync_count: events.length,
    events: events.map(eventData),
    steps,
    corrective_change: false,
  };
}

function eventData(event: ApplyEvent): Record<string, unknown> {
  return {
    audited: false,
    property: event.property ?? null,
    previous_value: plain(event.previous),
    desired_value: plain(event.desired),
    historical_value: null,
    message: event.message,
    name: event.name,
    status: event.status,
    time: event.time.toISOString(),
    redacted: event.redacted,
    corrective_change: false,
  };
}

/** A value as JSON and YAML can hold it. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Hash)
    return Object.fromEntries([...value].map(([key, member]) => [String(plain(key)), plain(member)]));
  return isPlainObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
    : String(value);
}

function isPlainObject(value: unknown): value is object {
  return Object.getPrototypeOf(value) === Object.prototype;
}
