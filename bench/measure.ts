import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** A whole process: how long it took, how long it kept processors busy, how much memory it held at its peak. */
export interface Measure {
  readonly seconds: number;
  readonly busySeconds: number;
  readonly megabytes: number;
}

export type CommandLine = readonly [string, ...string[]];

/** Run commands in turn, A B C A B C ..., after one uncounted round; all runs of each. */
export async function measure(commands: readonly CommandLine[], rounds: number): Promise<Measure[][]> {
  const runs: Measure[][] = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, command] of commands.entries()) {
      const run = await runOnce(command);
      if (round > 0) runs[i]!.push(run);
    }
  }
  return runs;
}

/** bash tells times to the millisecond, GNU time the memory. */
const TIMED = `TIMEFORMAT="%3R %3U %3S"
folder=$0
{ time /usr/bin/time -f %M -o "$folder/memory" "$@" >"$folder/output" 2>&1; } 2>"$folder/times"`;

/** One run with its output in a file; fails when the command does. */
async function runOnce(command: CommandLine): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), "nostrings-bench-"));
  try {
    await execa("bash", ["-c", TIMED, folder, ...command], { stdin: "ignore" });
    const [seconds = 0, user = 0, system = 0] = figuresIn(join(folder, "times"));
    const [kilobytes = 0] = figuresIn(join(folder, "memory"));
    return { seconds, busySeconds: user + system, megabytes: kilobytes / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresIn(file: string): number[] {
  return readFileSync(file, "utf8").trim().split(" ").map(Number);
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1]!;
}
