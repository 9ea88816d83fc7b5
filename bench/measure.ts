import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** A whole process: how long it took and how much memory it held at its peak. */
export interface Measure {
  readonly seconds: number;
  readonly megabytes: number;
}

export type CommandLine = readonly [string, ...string[]];

/** Run commands in turn, A B C A B C ..., after one uncounted round; the median of each. */
export async function measure(commands: readonly CommandLine[], rounds: number): Promise<Measure[]> {
  const runs: Measure[][] = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, command] of commands.entries()) {
      const run = await runOnce(command);
      if (round > 0) runs[i]!.push(run);
    }
  }
  return runs.map(median);
}

/** One run under GNU time, which also fails when the command does. */
async function runOnce([program, ...args]: CommandLine): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), "nostrings-bench-"));
  try {
    const report = join(folder, "time");
    await execa("/usr/bin/time", ["-f", "%e %M", "-o", report, program, ...args], { stdin: "ignore" });
    const [seconds, kilobytes] = readFileSync(report, "utf8").trim().split(" ").map(Number);
    return { seconds: seconds!, megabytes: kilobytes! / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(runs: readonly Measure[]): Measure {
  const middle = (figures: number[]) => figures.sort((a, b) => a - b)[figures.length >> 1]!;
  return { seconds: middle(runs.map((r) => r.seconds)), megabytes: middle(runs.map((r) => r.megabytes)) };
}
