import { spawn } from "node:child_process";
import type { LogLevel } from "../diagnostics/log.ts";

/** Priorities of facility daemon (3), as RFC 5424 numbers them. */
const PRIORITY: Readonly<Record<LogLevel, number>> = {
  emerg: 24,
  alert: 25,
  crit: 26,
  err: 27,
  warning: 28,
  notice: 29,
  info: 30,
  debug: 31,
};

/** A way to this machine's syslog, through logger(1); lines of one run carry one process id. */
export function openSyslog(tag: string): (level: LogLevel, message: string) => void {
  const argv = ["--prio-prefix", `--id=${process.pid}`, "--tag", tag];
  const logger = spawn("logger", argv, { stdio: ["pipe", "ignore", "ignore"] });
  logger.on("error", () => {});
  logger.stdin.on("error", () => {});
  logger.unref();
  return (level, message) => {
    for (const line of message.split("\n")) logger.stdin.write(`<${PRIORITY[level]}>${line}\n`);
  };
}
