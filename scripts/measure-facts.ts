import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { runFacts } from "../src/cli/facts/facts.ts";

/**
 * Compares this program's facts with those of the real facter on the same machine and writes docs/measures/facts.md.
 * Run it as root in a process namespace of its own (`unshare -pf --mount-proc`) where /proc/1/environ is not readable.
 */

type Facts = Readonly<Record<string, unknown>>;

/** Facts that change from one moment to the next. */
const VOLATILE =
  /^(memory\.|memoryfree|swapfree|load_averages|uptime|system_uptime|mountpoints\..*\.(available|used|capacity)|mountpoints\..*_bytes$)/;
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(ruby|rubyversion|rubyplatform|rubysitedir)/, "there is no Ruby"],
  [/^augeas/, "the augeas library is not used"],
  [/^os_service_default$/, "a custom fact of an installed Debian package, not one of Facter's own"],
];

function flattened(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    into.set(path, JSON.stringify(value));
  else if (Object.keys(value).length === 0) into.set(path, "{}");
  else
    for (const [key, member] of Object.entries(value))
      flattened(member, path === "" ? key : `${path}.${key}`, into);
  return into;
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function why(name: string): string {
  if (VOLATILE.test(name)) return "changes from moment to moment";
  return REASONS.find(([pattern]) => pattern.test(name))?.[1] ?? "?";
}

const [real, realTime] = timed(
  () =>
    JSON.parse(
      execFileSync("facter", ["--json", "--show-legacy"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }),
    ) as Facts,
);
const [own, ownTime] = timed(
  () => JSON.parse(runFacts({ queries: [], json: true, showLegacy: true }).out) as Facts,
);
const theirs = flattened(real, "", new Map());
const ours = flattened(own, "", new Map());

const equal = [...theirs].filter(([name, value]) => ours.get(name) === value);
const different = [...theirs].filter(([name, value]) => ours.has(name) && ours.get(name) !== value);
const missing = [...theirs.keys()].filter((name) => !ours.has(name));
const more = [...ours.keys()].filter((name) => !theirs.has(name));

const rows = (names: readonly string[]) => names.map((name) => `| \`${name}\` | ${why(name)} |`);
const table = (title: string, names: readonly string[]) =>
  names.length === 0 ? [] : ["", `## ${title}`, "", "| fact | why |", "| --- | --- |", ...rows(names)];

const page = [
  "# Facts, measured",
  "",
  "Every fact of `facter --json --show-legacy` (Facter 4.3.0) on one machine, structured facts leaf by leaf, against",
  "`nostrings facts`. Written by `scripts/measure-facts.ts`.",
  "",
  "| | facts |",
  "| --- | --- |",
  `| equal | ${equal.length} |`,
  `| different | ${different.length} |`,
  `| missing | ${missing.length} |`,
  `| only here | ${more.length} |`,
  "",
  `Collecting all of them took facter ${Math.round(realTime)} ms with its start, and here ${Math.round(ownTime)} ms without it;`,
  "a run collects only the facts it asks for.",
  ...table(
    "Different",
    different.map(([name]) => name),
  ),
  ...table("Missing", missing),
  ...table("Only here", more),
  "",
];
writeFileSync(new URL("../docs/measures/facts.md", import.meta.url), page.join("\n"));
process.stdout.write(
  `equal ${equal.length}, different ${different.length}, missing ${missing.length}, more ${more.length}\n`,
);
