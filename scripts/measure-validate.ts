/**
 * Compares the parser and the checks with real Puppet's, over all manifests of a modules directory as they are and
 * mutated, and writes docs/measures/validate.md. Needs `ruby` with Puppet 7.
 *
 *   node scripts/measure-validate.ts [modules directory] [puppet's name and version]
 */
import { execFileSync } from "node:child_process";
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

/** Seconds of the processor for parsing, and for checking, from cold: the parser is built and compiled on the way. */
function timeOurselves(texts: readonly Text[]): { readonly parse: number; readonly validate: number } {
  const sources = texts.map(({ file, text }) => new Source(text, file));
  const started = process.threadCpuUsage();
  const programs = sources.map((source) => parse(source).program);
  const parsing = seconds(process.threadCpuUsage(started));
  for (const program of programs) if (program !== undefined) check(program);
  return { parse: parsing, validate: seconds(process.threadCpuUsage(started)) - parsing };
}

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
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
const ours = timeOurselves(texts);
const random = seeded(7);
const mutated = texts.map(({ file, text }, index) => {
  return { file, text: mutate(text, MUTATIONS[index % MUTATIONS.length]!, random) };
});
const theirs = askPuppet(texts, false);
const plain = compare(texts, askPuppet(texts, true));
const broken = compare(mutated, askPuppet(mutated, true));
const shown = (value: number) => `${value.toFixed(2)} s`;
const ratio = (their: number, our: number) => `${(their / our).toFixed(1)} x`;
const differences = [...plain.differences, ...broken.differences];
const whole = { theirs: theirs.parse + theirs.validate, ours: ours.parse + ours.validate };

const report = `# Parsing and checking, compared with Puppet

Written by \`scripts/measure-validate.ts\`: every manifest below \`${directory}\` (${texts.length} files), as it is and with
one random mutation each (a token deleted, doubled or replaced, the text cut, a character inserted or dropped, a NUL),
given to ours and to real Puppet 7.23. "Words" are the message, the line and the column; "tree" is the syntax tree in
Puppet Notation. Times are of the processor, for the thread that does the work.

| manifests | texts | Puppet accepts | Puppet rejects | same verdict | same line | same words | same tree |
| --- | --- | --- | --- | --- | --- | --- | --- |
${row("as they are", plain.tally)}
${row("mutated", broken.tally)}

| all files, one process, from cold | Puppet (Ruby) | nostrings (Node ${process.versions.node}) | ratio |
| --- | --- | --- | --- |
| parse | ${shown(theirs.parse)} | ${shown(ours.parse)} | ${ratio(theirs.parse, ours.parse)} |
| parse and check | ${shown(whole.theirs)} | ${shown(whole.ours)} | ${ratio(whole.theirs, whole.ours)} |

## Where they differ

${differences.length === 0 ? "Nowhere." : differences.map((difference) => `- ${cell(difference)}`).join("\n")}
`;
writeFileSync(new URL("../docs/measures/validate.md", import.meta.url), report);
process.stdout.write(report);
