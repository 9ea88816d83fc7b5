import { spawnSync } from "node:child_process";
import { listenDuringCommand } from "./interruption.ts";
import { givenEnvironment } from "./runtime-variables.ts";
import { systemMessage } from "./system-error.ts";
import { timeLeft } from "./time-limit.ts";

/** How a command ended that was waited for: its exit code, and standard output and error in one. */
export interface Captured {
  readonly code: number;
  readonly output: string;
  /** Why it could not be started. */
  readonly trouble?: string | undefined;
}

/** Node.js takes no longer time limit than this, 24 days. */
const LONGEST = 2 ** 31 - 1;
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Run a program in a directory and wait for it: for functions, which must have the output at once. */
export function capture(argv: readonly string[], cwd: string): Captured {
  listenDuringCommand();
  const ended = spawnSync("/bin/sh", ["-c", 'exec "$@" 2>&1', "sh", ...argv], {
    cwd,
    encoding: "utf8",
    env: { ...givenEnvironment(), LANG: "C", LC_ALL: "C" },
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "ignore"],
    timeout: timeLeft(LONGEST),
  });
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
