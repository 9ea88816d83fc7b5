import { LOG_LEVELS, type LogLevel } from "../diagnostics/log.ts";
import { Redactor } from "../report/redactor.ts";
import type { Invocation } from "./command.ts";
import { openLog, type RunLog } from "./log-destinations.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** A log, and what knows the secrets that must not reach it. */
export interface CommandLog extends RunLog {
  readonly redactor: Redactor;
}

/** The log of a command as its options want it, behind a redactor of its own. */
export function commandLog({ options }: Invocation, settings: Settings, terminal: Terminal): CommandLog {
  const redactor = new Redactor();
  const wanted = { destinations: logDestinations(settings), level: logLevel(options, settings) };
  return { ...openLog({ ...wanted, colour: coloured(settings, terminal) }, terminal, redactor), redactor };
}

/** Colours where a person looks, unless `--color=false`. */
export function coloured(settings: Settings, terminal: Terminal): boolean {
  return terminal.isTerminal && settings.get("color") !== "false";
}

function logDestinations(settings: Settings): readonly string[] {
  const given = settings.words("logdest");
  return given.length === 0 ? ["console"] : given;
}

function logLevel(options: Invocation["options"], settings: Settings): LogLevel {
  if (options.switch("debug")) return "debug";
  if (options.switch("verbose") || options.switch("test")) return "info";
  const level = LOG_LEVELS.find((word) => word === settings.get("log_level"));
  if (!level)
    throw new UsageError(`Invalid --log_level '${settings.get("log_level")}': ${LOG_LEVELS.join(", ")}`);
  return level;
}
