import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, rows } from "../../test/functions/answer.ts";
import { git, type Release } from "./releases.ts";

const SCRIPT = new URL("../../test/parity/function-answers.rb", import.meta.url).pathname;
const EXPRESSIONS = rows(new URL("../../test/functions/stdlib.answers.txt", import.meta.url)).map(
  ([expression]) => expression,
);
/** What is asked of a function before its answers say something. */
const ENOUGH = 4;
/** What these do is more than their value. */
const DECLARING = /ensure_|deprecation|validate_|assert_private|defined_with_params|getparam|str2resource/;

/** The functions among `names` for which the real Puppet, with a release's files, gives the answers that are given here. */
export function answersAlike(directory: string, release: Release, names: readonly string[]): string[] {
  const asked = names
    .filter((name) => !DECLARING.test(name))
    .map((name) => ({ name, expressions: expressionsOf(name) }))
    .filter(({ expressions }) => expressions.length >= ENOUGH);
  const answers = realAnswers(directory, release, [
    ...new Set(asked.flatMap(({ expressions }) => expressions)),
  ]);
  return asked
    .filter(({ expressions }) => expressions.every((each) => answers.get(each) === ownAnswer(each)))
    .map(({ name }) => name);
}

/** What the tests ask of a function; those of `stdlib::x` are those of `x`. */
function expressionsOf(name: string): string[] {
  const plain = name.replace(/^stdlib::/, "");
  const called = (text: string) => new RegExp(`(?<![\\w:])${text}\\(`, "g");
  const own = EXPRESSIONS.filter((expression) => called(name).test(expression));
  if (plain === name) return own;
  const aliased = EXPRESSIONS.filter((expression) => called(plain).test(expression));
  return [...own, ...aliased.map((expression) => expression.replace(called(plain), `${name}(`))];
}

/** An answer with what was logged: a warning makes a difference. */
function ownAnswer(expression: string): string {
  const { text, logs } = answer(expression);
  return [text.trimEnd(), ...logs.map(({ message }) => message)].join("\n");
}

function realAnswers(
  directory: string,
  { tag }: Release,
  expressions: readonly string[],
): Map<string, string> {
  if (expressions.length === 0) return new Map();
  const modulepath = mkdtempSync(join(tmpdir(), "stdlib-"));
  try {
    extract(directory, tag, join(modulepath, "stdlib"));
    const input = expressions.join("\n");
    const ran = spawnSync("ruby", ["-W0", SCRIPT, "--logs", modulepath], { input, encoding: "utf8" });
    const last = ran.stdout.trim().split("\n").at(-1) ?? "";
    if (!last.startsWith("[")) return new Map();
    const said = JSON.parse(last) as string[];
    return new Map(expressions.map((each, i) => [each, plain(said[i]!)]));
  } finally {
    rmSync(modulepath, { recursive: true });
  }
}

/** Releases before 4.6 do not load in Puppet 7: theirs is no answer. */
function extract(directory: string, tag: string, folder: string): void {
  mkdirSync(folder);
  const paths = ["lib", "functions", "types", "metadata.json"].filter(
    (path) => git(directory, "ls-tree", tag, path) !== "",
  );
  const archive = execFileSync("git", [`--git-dir=${directory}`, "archive", tag, ...paths], {
    maxBuffer: 2 ** 28,
  });
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
}

function plain(said: string): string {
  return said.trimEnd().replace(/ for \w+$/, " for foo");
}
