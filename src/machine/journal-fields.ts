import { spawn } from "node:child_process";
import type { LogLevel } from "../diagnostics/log.ts";

/** Priorities of syslog(3). */
const PRIORITY: Readonly<Record<LogLevel, number>> = {
  emerg: 0,
  alert: 1,
  crit: 2,
  err: 3,
  warning: 4,
  notice: 5,
  info: 6,
  debug: 7,
};

/** Write an entry with fields of its own to the journal, through logger(1); without a journal nothing happens. */
export function journalFields(
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, string>>,
): void {
  const all = {
    MESSAGE: message,
    PRIORITY: String(PRIORITY[level]),
    SYSLOG_IDENTIFIER: "nostrings",
    ...fields,
  };
  const logger = spawn("logger", ["--journald"], { stdio: ["pipe", "ignore", "ignore"] });
  logger.on("error", () => {});
  logger.stdin.on("error", () => {});
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value.replace(/\s*\n\s*/g, " ")}\n`);
  logger.stdin.end(lines.join(""));
}
