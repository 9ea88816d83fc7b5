import { spawnSync } from "node:child_process";
import type { CommandOutput } from "./host.ts";

/** How long a command that collects facts may take, in milliseconds. */
const DEADLINE_MS = 10_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Run a command in the C locale and wait for it; undefined when it cannot be started or takes too long. */
export function run(
  command: string,
  args: readonly string[],
  deadline = DEADLINE_MS,
): CommandOutput | undefined {
  const ended = spawnSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, LANG: "C", LC_ALL: "C" },
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: deadline,
  });
  return ended.error ? undefined : { out: ended.stdout, err: ended.stderr };
}
