import type { Place } from "./issue.ts";

/** Puppet's log levels, least severe first. */
export const LOG_LEVELS = ["debug", "info", "notice", "warning", "err", "alert", "emerg", "crit"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line for people. `source` is what Puppet prints before the message, e.g. `Scope(Class[main])`. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  readonly source?: string | undefined;
  readonly place?: Place | undefined;
  readonly code?: string | undefined;
  /** Further lines for people at a console: the excerpt of a source, what to do. */
  readonly detail?: readonly string[] | undefined;
}

/** Where log entries go while a stage works. */
export type Log = (entry: LogEntry) => void;
