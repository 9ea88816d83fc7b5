import { fail } from "../diagnostics/failure.ts";
import { LOG_LEVELS, type LogLevel } from "../diagnostics/log.ts";
import { bool, textOf } from "../resources/kind.ts";
import { rubyInspect } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";

/** Attributes that every resource has (https://www.puppet.com/docs/puppet/7/metaparameter.html). */
export const METAPARAMETERS: ReadonlySet<string> = new Set([
  "alias",
  "audit",
  "before",
  "export",
  "loglevel",
  "noop",
  "notify",
  "require",
  "schedule",
  "stage",
  "subscribe",
  "tag",
]);

/** Whether a resource is applied for show only: its own word counts before the run's. */
export function noopOf(value: Value | undefined, run: boolean): boolean {
  return value === undefined || value === null ? run : bool.parse(value);
}

/** The level of a resource's messages; `verbose` is another word for info. */
export function levelOf(value: Value | undefined): LogLevel {
  if (value === undefined || value === null) return "notice";
  if (value === "verbose") return "info";
  const level = LOG_LEVELS.find((name) => name === value);
  if (level !== undefined) return level;
  return fail(
    "INVALID_VALUE",
    `Invalid value ${rubyInspect(value)}. Valid values are ${[...LOG_LEVELS, "verbose"].join(", ")}.`,
  );
}

/** The words of `alias` and `tag`. */
export function wordsOf(value: Value | undefined): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((word: Value) => textOf(word));
}
