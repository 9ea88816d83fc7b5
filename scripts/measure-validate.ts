/**
 * Compares the parser and the checks with real Puppet's, over all manifests of a modules directory as they are and
 * mutated, and writes docs/measures/validate.md. Needs `ruby` with Puppet 7.
 *
 *   node scripts/measure-validate.ts [modules directory] [puppet's name and version]
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../src/check/check.ts";
import type { Issue } from "../src/diagnostics/issue.ts";
import { Source } from "../src/source/source.ts";
import { nodeToPn } from "../src/syntax/node-to-pn.ts";
import { parse } from "../src/syntax/parse.ts";
import { formatPn } from "../src/syntax/pn.ts";
import { MUTATIONS, mutate, seeded } from "./mutate.ts";

interface Text {
  readonly file: string;
  readonly text: string;
}

interface TheirIssue {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

interface Theirs {
  readonly parse: number;
  readonly validate: number;
  readonly results: readonly { readonly issues: readonly TheirIssue[]; readonly pn?: string }[];
}

interface Ours {
  readonly issues: readonly Issue[];
  readonly pn: string | undefined;
}

/** Asks this script for its own times only: each round is a process. */
const TIMES = "--times";
const ROUNDS = 5;
const directory = process.argv[2] ?? "/usr/share/puppet/modules";

/** Modules are often links, so links are followed. */
function manifestsIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const kind = statSync(path, { throwIfNoEntry: false });
      if (kind?.isDirectory()) return manifestsIn(path);
      return kind?.isFile() && name.endsWith(".pp") ? [path] : [];
    });
}

function askPuppet(texts: readonly Text[], pn: boolean): Theirs {
  const script = new URL("./measure-validate.rb", import.meta.url).pathname;
  const input = JSON.stringify({ texts: texts.map((text) => ({ ...text, pn })) });
  const output = execFileSync("ruby", [script], {
    input,
    maxBuffer: 2 ** 30,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return JSON.parse(output.toString()) as Theirs;
}

function askOurselves({ file, text }: Text): Ours {
  const { program, issues } = parse(new Source(text, file));
  if (program === undefined) return { issues, pn: undefined };
  return { issues: [...issues, ...check(program)], pn: formatPn(nodeToPn(program)) };
}

/** How long something takes by the clock, in seconds: parsing and checking in a process that is up, and a whole command. */
interface Times {
  readonly parse: number;
  readonly validate: number;
  readonly command: number;
}

/** From cold: the parser is built and compiled on the way. */
function timesOfOurs(texts: readonly Text[]): Omit<Times, "command"> {
  const spent = { parse: 0, validate: 0 };
  for (const { file, text } of texts) {
    const started = performance.now();
    const { program } = parse(new Source(text, file));
    const parsed = performance.now();
    if (program !== undefined) check(program);
    spent.parse += (parsed - started) / 1000;
    spent.validate += (performance.now() - parsed) / 1000;
  }
  return spent;
}

function timeOurselves(texts: readonly Text[]): Times {
  const script = new URL(import.meta.url).pathname;
  const output = execFileSync(process.execPath, [script, directory, TIMES], { encoding: "utf8" });
  const main = new URL("../dist/main.js", import.meta.url).pathname;
  return { ...JSON.parse(output), command: timeCommand(process.execPath, [main, "validate"], texts) };
}

function timePuppet(texts: readonly Text[]): Times {
  const { parse, validate } = askPuppet(texts, false);
  return { parse, validate, command: timeCommand("puppet", ["parser", "validate"], texts) };
}

/** Both commands exit with 1, as some manifests are not where their names belong. */
function timeCommand(command: string, args: readonly string[], texts: readonly Text[]): number {
  const started = performance.now();
  const files = texts.map(({ file }) => file);
  const { status } = spawnSync(command, [...args, ...files], { stdio: "ignore" });
  if (status !== 1) throw new Error(`${command} ended with ${status}`);
  return (performance.now() - started) / 1000;
}

/** The middle one of the rounds. */
function middle(rounds: readonly Times[], of: (times: Times) => number): number {
  return rounds.map(of).toSorted((a, b) => a - b)[rounds.length >> 1]!;
}

interface Tally {
  texts: number;
  accepted: number;
  rejected: number;
  sameVerdict: number;
  sameLine: number;
  sameWords: number;
  sameTree: number;
  trees: number;
}

function compare(
  texts: readonly Text[],
  theirs: Theirs,
): { readonly tally: Tally; readonly differences: string[] } {
  const tally = {
    texts: 0,
    accepted: 0,
    rejected: 0,
    sameVerdict: 0,
    sameLine: 0,
    sameWords: 0,
    sameTree: 0,
    trees: 0,
  };
  const differences: string[] = [];
  texts.forEach((text, index) => {
    const their = theirs.results[index]!;
    const our = askOurselves(text);
    const difference = count(tally, our, their);
    if (difference !== undefined) differences.push(`${text.file.slice(directory.length + 1)}: ${difference}`);
  });
  return { tally, differences };
}

function count(tally: Tally, our: Ours, their: Theirs["results"][number]): string | undefined {
  const ourError = our.issues.find(({ severity }) => severity === "error");
  const theirError = their.issues.find(({ severity }) => severity === "error");
  tally.texts++;
  if (theirError === undefined) tally.accepted++;
  else tally.rejected++;
  if (their.pn !== undefined && our.pn !== undefined) {
    tally.trees++;
    if (their.pn === our.pn) tally.sameTree++;
  }
  if ((ourError === undefined) !== (theirError === undefined)) {
    return `ours ${ourError?.message ?? "accepts"}; Puppet ${theirError?.message ?? "accepts"}`;
  }
  tally.sameVerdict++;
  if (ourError === undefined || theirError === undefined) return undefined;
  const place = [ourError.place?.line ?? null, ourError.place?.column ?? null];
  const sameLine = place[0] === theirError.line;
  if (sameLine) tally.sameLine++;
  if (sameLine && place[1] === theirError.column && ourError.message === theirError.message)
    tally.sameWords++;
  else
    return `ours ${ourError.message} at ${place}; Puppet ${theirError.message} at ${[theirError.line, theirError.column]}`;
  return undefined;
}

function row(
  name: string,
  { texts, accepted, rejected, sameVerdict, sameLine, sameWords, sameTree, trees }: Tally,
): string {
  return `| ${[name, texts, accepted, rejected, sameVerdict, `${sameLine} of ${rejected}`, `${sameWords} of ${rejected}`, `${sameTree} of ${trees}`].join(" | ")} |`;
}

function cell(text: string): string {
  return text
    .replace(/[\r\n]+/g, " ")
    .replaceAll("|", "\\|")
    .slice(0, 300);
}

const texts = manifestsIn(directory).map((file) => ({ file, text: readFileSync(file, "utf8") }));
if (process.argv[3] === TIMES) {
  process.stdout.write(JSON.stringify(timesOfOurs(texts)));
  process.exit();
}
const rounds = Array.from({ length: ROUNDS }, () => ({
  ours: timeOurselves(texts),
  theirs: timePuppet(texts),
}));
const random = seeded(7);
const mutated = texts.map(({ file, text }, index) => {
  return { file, text: mutate(text, MUTATIONS[index % MUTATIONS.length]!, random) };
});
const plain = compare(texts, askPuppet(texts, true));
const broken = compare(mutated, askPuppet(mutated, true));
const shown = (value: number) => `${value.toFixed(2)} s`;
const times = (what: string, of: (times: Times) => number) => {
  const [their, our] = [rounds.map(({ theirs }) => theirs), rounds.map(({ ours }) => ours)].map((each) =>
    middle(each, of),
  ) as [number, number];
  return `| ${what} | ${shown(their)} | ${shown(our)} | ${(their / our).toFixed(1)} x |`;
};
const differences = [...plain.differences, ...broken.differences];

const report = `# Parsing and checking, compared with Puppet

Written by \`scripts/measure-validate.ts\`: every manifest below \`${directory}\` (${texts.length} files), as it is and with
one random mutation each (a token deleted, doubled or replaced, the text cut, a character inserted or dropped, a NUL),
given to ours and to real Puppet 7.23. "Words" are the message, the line and the column; "tree" is the syntax tree in
Puppet Notation.

| manifests | texts | Puppet accepts | Puppet rejects | same verdict | same line | same words | same tree |
| --- | --- | --- | --- | --- | --- | --- | --- |
${row("as they are", plain.tally)}
${row("mutated", broken.tally)}

Times are by the clock, medians of ${ROUNDS} rounds in turn, each in a process of its own that has parsed nothing before.

| all files, one process, from cold | Puppet (Ruby) | nostrings (Node ${process.versions.node}) | ratio |
| --- | --- | --- | --- |
${times("parse", ({ parse }) => parse)}
${times("parse and check", ({ parse, validate }) => parse + validate)}
${times("`puppet parser validate` and `nostrings validate`, whole", ({ command }) => command)}

## Where they differ

${differences.length === 0 ? "Nowhere." : differences.map((difference) => `- ${cell(difference)}`).join("\n")}
`;
writeFileSync(new URL("../docs/measures/validate.md", import.meta.url), report);
process.stdout.write(report);
