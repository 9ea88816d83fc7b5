import { spawnSync } from "node:child_process";
import { listenDuringCommand } from "./interruption.ts";
import { givenEnvironment } from "./runtime-variables.ts";
import { systemMessage } from "./system-error.ts";
import { TimeIsOver, timeLeft } from "./time-limit.ts";

/** How a command ended that was waited for: its exit code, and standard output and error in one. */
export interface Captured {
  readonly code: number;
  readonly output: string;
  /** Why it could not be started. */
  readonly trouble?: string | undefined;
}

/** Node.js takes no longer time limit than this, 24 days. */
const LONGEST = 2 ** 31 - 1;
/** A command ends so many milliseconds before the work that waits for it: what the work has made for it is removed then. */
const AHEAD = 30;
const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * Run a program in a directory and wait for it: for functions, which must have the output at once. Throws TimeIsOver when
 * the time of the work that asks is over (see `withinTime`).
 */
export function capture(argv: readonly string[], cwd: string): Captured {
  listenDuringCommand();
  const ended = spawnSync("/bin/sh", ["-c", 'exec "$@" 2>&1', "sh", ...argv], {
    cwd,
    encoding: "utf8",
    env: { ...givenEnvironment(), LANG: "C", LC_ALL: "C" },
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "ignore"],
    timeout: Math.max(1, timeLeft(LONGEST) - AHEAD),
  });
  if ((ended.error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT") throw new TimeIsOver();
  return { code: ended.status ?? 1, output: ended.stdout ?? "", trouble: ended.error?.message };
}

/** How a program ended that was asked for data, its two streams apart. */
export interface Answer extends Captured {
  readonly errors: string;
}

/** Ask a program for data and wait for it: for what must be known before anything is compiled. */
export function ask(argv: readonly [string, ...string[]]): Answer {
  const [program, ...args] = argv;
  const ended = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...givenEnvironment(), LANG: "C", LC_ALL: "C" },
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const trouble = ended.error && systemMessage(ended.error);
  return { code: ended.status ?? 1, output: ended.stdout ?? "", errors: ended.stderr ?? "", trouble };
}
