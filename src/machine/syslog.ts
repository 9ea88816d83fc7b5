import { spawn } from "node:child_process";
import type { LogLevel } from "../diagnostics/log.ts";

/** Severities, as RFC 5424 numbers them. */
const SEVERITY: Readonly<Record<LogLevel, number>> = {
  emerg: 0,
  alert: 1,
  crit: 2,
  err: 3,
  warning: 4,
  notice: 5,
  info: 6,
  debug: 7,
};

/** Facilities by the names that syslog(3) has for them, as RFC 5424 numbers them. */
export const FACILITIES: Readonly<Record<string, number>> = {
  kern: 0,
  user: 1,
  mail: 2,
  daemon: 3,
  auth: 4,
  syslog: 5,
  lpr: 6,
  news: 7,
  uucp: 8,
  cron: 9,
  authpriv: 10,
  ftp: 11,
  ...Object.fromEntries(Array.from({ length: 8 }, (_, number) => [`local${number}`, 16 + number])),
};

/** A way to this machine's syslog, through logger(1); lines of one run carry one process id. */
export function openSyslog(tag: string, facility: number): (level: LogLevel, message: string) => void {
  const argv = ["--prio-prefix", `--id=${process.pid}`, "--tag", tag];
  const logger = spawn("logger", argv, { stdio: ["pipe", "ignore", "ignore"] });
  logger.on("error", () => {});
  logger.stdin.on("error", () => {});
  logger.unref();
  return (level, message) => {
    for (const line of message.split("\n"))
      logger.stdin.write(`<${facility * 8 + SEVERITY[level]}>${line}\n`);
  };
}
