import { appendFileSync, fstatSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { LOG_LEVELS, type Log, type LogEntry, type LogLevel } from "../diagnostics/log.ts";
import { makeFolders } from "../machine/make-folders.ts";
import { openToAppend } from "../machine/new-file.ts";
import { FACILITIES, openSyslog } from "../machine/syslog.ts";
import { naming, systemMessage } from "../machine/system-error.ts";
import { logForm } from "../report/log-forms.ts";
import { logText, toStandardError } from "../report/log-text.ts";
import type { Redactor } from "../report/redactor.ts";
import type { TimedEntry } from "../report/report-data.ts";
import type { Terminal } from "../report/terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Where log entries go, and from which level on. */
export interface LogOptions {
  /** `console`, `syslog` or absolute paths, as Puppet's `--logdest`. */
  readonly destinations: readonly string[];
  readonly level: LogLevel;
  readonly colour: boolean;
  /** The facility of syslog, by its name. */
  readonly facility: string;
}

/** A log, and all that was written to it. */
export interface RunLog {
  readonly log: Log;
  readonly entries: readonly TimedEntry[];
}

const LOG_MODE = 0o640;

type Destination = (entry: TimedEntry) => void;

/** A log that redacts every entry and hands it to each destination. */
export function openLog(options: LogOptions, terminal: Terminal, redactor: Redactor): RunLog {
  const destinations = options.destinations.map((name) => destination(name, terminal, options));
  const least = LOG_LEVELS.indexOf(options.level);
  const entries: TimedEntry[] = [];
  const log = (entry: LogEntry) => {
    if (LOG_LEVELS.indexOf(entry.level) < least) return;
    const clean = { ...redactor.redactAll(entry), place: entry.place, time: new Date() };
    entries.push(clean);
    for (const write of destinations) write(clean);
  };
  return { log, entries };
}

function destination(name: string, terminal: Terminal, { colour, facility }: LogOptions): Destination {
  if (name === "console") return console(terminal, colour);
  if (name === "syslog") return syslog(facility);
  if (!isAbsolute(name))
    throw new UsageError(`Unknown destination type ${name}: console, syslog or an absolute path`);
  const form = logForm(name);
  attempt(name, () => makeFolders(dirname(name)));
  const descriptor = attempt(name, () => openToAppend(name, LOG_MODE));
  let begun = fstatSync(descriptor).size > 0;
  return (entry) => {
    naming(name, () => appendFileSync(descriptor, form(entry, begun)));
    begun = true;
  };
}

/** What cannot be written to is told before anything is done. */
function attempt<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(`Could not set logdest to ${name}: ${systemMessage(error)}`);
  }
}

function console(terminal: Terminal, colour: boolean): Destination {
  return (entry) => {
    const line = [logText(entry, colour), ...(entry.detail ?? []), ""].join("\n");
    if (toStandardError(entry.level)) terminal.err(line);
    else terminal.out(line);
  };
}

function syslog(name: string): Destination {
  const facility = FACILITIES[name.toLowerCase()];
  if (facility === undefined)
    throw new UsageError(
      `Could not set logdest to syslog: Invalid syslog facility ${name}; there are ${Object.keys(FACILITIES).join(", ")}`,
    );
  const write = openSyslog("nostrings", facility);
  return ({ level, source, message }) =>
    write(level, source === undefined ? message : `${source}: ${message}`);
}
