/**
 * Writes docs/measures/modules.md from what the harness of modules' own suites found:
 *
 *     node scripts/measure-modules.ts results.json failures.json
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Examples by spec file: the places of examples in it. */
type Examples = Readonly<Record<string, readonly string[]>>;

interface ModuleResult {
  readonly score?: { readonly of: number; readonly passed: number };
  readonly lost_ids?: Examples;
}

/** The messages of a module's failed examples. */
type Messages = Readonly<Record<string, string | null>>;

interface Measured {
  readonly name: string;
  readonly of: number;
  readonly passed: number;
  readonly apart: number;
  readonly missed: readonly Missed[];
}

interface Missed {
  readonly example: string;
  readonly cause: string;
}

const [resultsFile, failuresFile] = process.argv.slice(2);
if (resultsFile === undefined || failuresFile === undefined) {
  throw new Error("usage: measure-modules.ts results.json failures.json");
}
const results = readJson(resultsFile) as { date: string; modules: Record<string, ModuleResult> };
const failures = readJson(failuresFile) as Record<string, Messages> | { failures: Record<string, Messages> };
const messages = ("failures" in failures ? failures.failures : failures) as Record<string, Messages>;
const measured = Object.entries(results.modules)
  .map(([name, result]) => measure(name, result, messages[name] ?? {}))
  .filter(({ of }) => of > 0);
writeFileSync(join(import.meta.dirname, "../docs/measures/modules.md"), report(results.date, measured));

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function measure(name: string, { score, lost_ids }: ModuleResult, told: Messages): Measured {
  const lost = Object.entries(lost_ids ?? {}).flatMap(([file, places]) =>
    places.map((place) => ({
      example: `${file}[${place}]`,
      message: told[`${file}[${place}]`] ?? "not run",
    })),
  );
  const missed = lost.filter(({ message }) => !needsLater(message));
  return {
    name,
    of: score?.of ?? 0,
    passed: score?.passed ?? 0,
    apart: lost.length - missed.length,
    missed: missed.map(({ example, message }) => ({ example, cause: causeOf(message) })),
  };
}

/** Whether an example ended in what is planned for later: ERB templates and functions in Ruby outside of stdlib. */
function needsLater(message: string): boolean {
  return message.includes("needs a later release");
}

/** A message in a line without what differs from example to example. */
function causeOf(message: string): string {
  const [line = ""] = message.replace(/\s+/g, " ").split(" /work");
  return line
    .replace(/\(file: .*$/, "")
    .replace(/with backtrace: .*$/, "")
    .replaceAll("|", "\\|")
    .slice(0, 200)
    .trim();
}

function report(date: string, modules: readonly Measured[]): string {
  const sum = (count: (module: Measured) => number) =>
    modules.reduce((all, module) => all + count(module), 0);
  const [of, passed, apart] = [sum((m) => m.of), sum((m) => m.passed), sum((m) => m.apart)];
  const total: Measured = { name: "all", of, passed, apart, missed: modules.flatMap(({ missed }) => missed) };
  return [
    "# Modules' own suites",
    "",
    "The rspec-puppet suites of modules as Debian packages them, with the compiling done here. What counts are the",
    "examples that pass with Puppet 7.23 and ask for a catalog or a function. Set apart are those that end in the error",
    "that ERB templates, or functions written in Ruby outside of stdlib, need a later release.",
    "",
    `Written by \`scripts/measure-modules.ts\` on ${date}.`,
    "",
    "| module | examples | set apart | passed | missed | passed of the rest |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...[...modules, total].map(row),
    "",
    "## What was missed, by cause",
    "",
    ...causes(modules),
    "",
  ].join("\n");
}

function row({ name, of, passed, apart, missed }: Measured): string {
  const rest = of - apart;
  const share = rest === 0 ? "" : `${((100 * passed) / rest).toFixed(1)} %`;
  return `| ${name} | ${of} | ${apart} | ${passed} | ${missed.length} | ${share} |`;
}

function causes(modules: readonly Measured[]): string[] {
  const found = new Map<string, string[]>();
  for (const { name, missed } of modules) {
    for (const { example, cause } of missed) {
      const examples = found.get(cause) ?? [];
      found.set(cause, [...examples, `${name} ${example}`]);
    }
  }
  if (found.size === 0) return ["Nothing."];
  return [...found]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([cause, examples]) => `- ${examples.length} × \`${cause.replaceAll("`", "'")}\` (${examples[0]})`);
}
