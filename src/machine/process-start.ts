import { readFileSync } from "node:fs";

/**
 * When a process started, in clock ticks since boot, which tells it from a later one with the same number: field 22 of
 * /proc/PID/stat (see proc(5)); undefined when there is no such process.
 */
export function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
