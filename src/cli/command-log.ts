import type { Log, LogLevel } from "../diagnostics/log.ts";
import { Redactor } from "../report/redactor.ts";
import type { Terminal } from "../report/terminal.ts";
import type { Settings } from "../settings/settings.ts";
import type { Invocation } from "./command.ts";
import { openLog, type RunLog } from "./log-destinations.ts";

/** A log, and what knows the secrets that must not reach it. */
export interface CommandLog extends RunLog {
  readonly redactor: Redactor;
}

/** The log of a command as its options want it, behind a redactor of its own. */
export function commandLog({ options }: Invocation, settings: Settings, terminal: Terminal): CommandLog {
  const redactor = new Redactor();
  const wanted = {
    destinations: logDestinations(settings),
    level: logLevel(options, settings),
    facility: settings.text("syslogfacility"),
  };
  const opened = openLog({ ...wanted, colour: coloured(settings, terminal) }, terminal, redactor);
  tellNotes(settings, opened.log);
  return { ...opened, redactor };
}

/** Colours where a person looks, unless `--color` or NO_COLOR (https://no-color.org) says otherwise. */
export function coloured(settings: Settings, terminal: Terminal): boolean {
  const isWanted = settings.isSet("color") || !process.env.NO_COLOR;
  return terminal.isTerminal && isWanted && ["ansi", "true", "yes"].includes(settings.text("color"));
}

const told = new Set<string>();

/** What there is to say of the settings, once in a process: a command may open several logs. */
function tellNotes(settings: Settings, log: Log): void {
  for (const note of settings.notes()) {
    if (told.has(note.message)) continue;
    told.add(note.message);
    log(note);
  }
}

function logDestinations(settings: Settings): readonly string[] {
  const given = settings.words("logdest");
  return given.length === 0 ? ["console"] : given;
}

function logLevel(options: Invocation["options"], settings: Settings): LogLevel {
  if (options.switch("debug")) return "debug";
  if (options.switch("verbose") || options.switch("test")) return "info";
  return settings.text("log_level") as LogLevel;
}
