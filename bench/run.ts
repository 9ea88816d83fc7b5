/**
 * The speed that the project promises, as ratios of whole processes measured in turn in one run. Needs the Debian
 * packages puppet-agent, cfengine3 and time.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { filePromises } from "./files.ts";
import { type CommandLine, type Measure, measure } from "./measure.ts";
import { memoryRatio, type Ratio, ratioLine, timeRatio } from "./ratio.ts";

const NODE = process.execPath;
const NOSTRINGS = resolve(import.meta.dirname, "../dist/main.js");
const folder = mkdtempSync(join(tmpdir(), "nostrings-bench-"));

try {
  const ratios = [...(await startUp()), ...(await files())];
  for (const ratio of ratios) console.log(ratioLine(ratio));
  process.exitCode = ratios.every(({ ratio, atMost }) => ratio <= atMost) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function startUp(): Promise<Ratio[]> {
  const commands: CommandLine[] = [nostrings("-e", ""), [NODE, "-e", "0"], ["puppet", "apply", "-e", ""]];
  const [ours, node, puppet] = await table("an empty manifest", commands, 10);
  return [
    timeRatio("apply -e '' to bare node", ours!, node!, 4),
    timeRatio("apply -e '' to puppet apply -e ''", ours!, puppet!, 1 / 12),
  ];
}

async function files(): Promise<Ratio[]> {
  const thousand = filePromises(folder, 1000);
  const tenThousand = filePromises(folder, 10_000);
  const commands: CommandLine[] = [
    nostrings(thousand.manifest),
    ["puppet", "apply", thousand.manifest],
    ["cf-agent", "-K", "-f", thousand.policy],
    nostrings(tenThousand.manifest),
  ];
  const [ours, puppet, cfengine, many] = await table("converged files: 1,000, and 10,000", commands, 5);
  return [
    timeRatio("1,000 converged files to Puppet", ours!, puppet!, 1 / 15),
    timeRatio("1,000 converged files to CFEngine", ours!, cfengine!, 1),
    timeRatio("10,000 files to 1,000", many!, ours!, 12),
    memoryRatio("peak memory at 1,000 files to Puppet", ours!, puppet!, 1),
  ];
}

function nostrings(...args: string[]): CommandLine {
  return [NODE, NOSTRINGS, "apply", ...args];
}

async function table(title: string, commands: readonly CommandLine[], rounds: number): Promise<Measure[]> {
  const measures = await measure(commands, rounds);
  console.log(`\n${title} (median of ${rounds})`);
  for (const [i, { seconds, megabytes }] of measures.entries()) {
    const words = commands[i]!.map((word) =>
      word.replace(folder, "").replace(NODE, "node").replace(NOSTRINGS, "nostrings"),
    );
    console.log(`  ${seconds.toFixed(3)} s  ${megabytes.toFixed(0).padStart(4)} MB  ${words.join(" ")}`);
  }
  return measures;
}
