/**
 * The speed that the project promises, as ratios of whole processes measured in turn in one run; prints the figures
 * and writes docs/measures/speed.md. Needs the Debian packages puppet-agent, cfengine3 and time. Usage: run.ts [ROUNDS]
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Appliers, Experiment } from "./experiment.ts";
import { files } from "./files.ts";
import { chain, classes, loop } from "./language.ts";
import { lookups } from "./lookups.ts";
import { type Measure, measure, median } from "./measure.ts";
import { judge, shownRatio, type Verdict } from "./ratio.ts";
import { secrets } from "./secrets.ts";
import { start } from "./start.ts";

const ROUNDS = Number(process.argv[2] ?? 5);
const MAIN = resolve(import.meta.dirname, "../dist/main.js");
const REPORT = resolve(import.meta.dirname, "../docs/measures/speed.md");
const folder = mkdtempSync(join(tmpdir(), "nostrings-bench-"));

const appliers: Appliers = {
  nostrings: (...args) => [process.execPath, MAIN, "apply", ...args],
  puppet: (...args) => ["puppet", "apply", `--basemodulepath=${join(folder, "no-modules")}`, ...args],
  puppetWithModules: (...args) => ["puppet", "apply", ...args],
};

try {
  const experiments = [
    start(appliers),
    files(folder, appliers),
    classes(folder, appliers),
    loop(folder, appliers),
    chain(folder, appliers),
    lookups(folder, appliers),
    secrets(folder, MAIN, appliers),
  ];
  const tables: string[] = [];
  const verdicts: Verdict[] = [];
  for (const experiment of experiments) {
    const runs = await measure(Object.values(experiment.commands), ROUNDS);
    const table = tableOf(experiment, runs);
    console.log(table);
    tables.push(table);
    verdicts.push(...judge(experiment, runs));
    writeFileSync(REPORT, [heading(), tableOfVerdicts(verdicts), ...tables].join("\n"));
  }
  console.log(tableOfVerdicts(verdicts));
  process.exitCode = verdicts.every(({ holds }) => holds) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function heading(): string {
  return `# Speed, measured

Whole processes, run in turn, ${ROUNDS} times each after one uncounted round. A ratio is the median of the rounds' ratios.
Puppet has no modules on its path unless it is said.
Written by \`npm run bench\`, with Node ${process.version}.
`;
}

function tableOfVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(
    ({ promised: { what, atMost }, ratio, holds }) =>
      `| ${what} | ${shownRatio(atMost)} | ${shownRatio(ratio)} | ${holds ? "holds" : "**missed**"} |`,
  );
  return ["| | at most | is | |", "| --- | --- | --- | --- |", ...rows, ""].join("\n");
}

function tableOf({ title, commands }: Experiment, runs: readonly Measure[][]): string {
  const rows = Object.keys(commands).map((name, i) => {
    const middle = (key: keyof Measure): number => median(runs[i]!.map((run) => run[key]));
    const [seconds, busy] = [middle("seconds").toFixed(2), middle("busySeconds").toFixed(2)];
    return `| ${name} | ${seconds} s | ${busy} s | ${middle("megabytes").toFixed(0)} MB |`;
  });
  const head = ["| | time | processor time | peak memory |", "| --- | --- | --- | --- |"];
  return [`## ${title}`, "", ...head, ...rows, ""].join("\n");
}
