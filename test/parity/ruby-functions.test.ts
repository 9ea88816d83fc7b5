import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DirectoryEnvironment, evaluate, Failure, openScope, Source } from "../../src/nostrings.ts";
import type { Hash } from "../../src/values/hash.ts";
import { fromPlain } from "../../src/values/plain.ts";
import { toLiteral } from "../../src/values/to-literal.ts";

const MODULES = "/usr/share/puppet/modules";
const expressions = readFileSync(join(import.meta.dirname, "ruby-function-calls.txt"), "utf8")
  .trimEnd()
  .split("\n");
const environment = new DirectoryEnvironment({ name: "production", modulepath: [MODULES] });
const facts = fromPlain({ networking: { fqdn: "foo.example.com" }, os: { family: "Debian" } }) as Hash;

/** Functions that Debian's modules have in Ruby: the same values, or the same words of errors. */
describe("functions of Debian's modules", () => {
  const script = new URL("./function-answers.rb", import.meta.url).pathname;
  const input = expressions.join("\n");
  const ran = spawnSync("unshare", ["-n", "ruby", "-W0", script, MODULES], { input, encoding: "utf8" });
  const answers = JSON.parse(ran.stdout.trim().split("\n").at(-1)!) as string[];

  test.each(expressions.map((expression, i) => [expression, answers[i]!] as const))(
    "%s",
    (expression, answer) => {
      expect(said(expression)).toBe(answer.trimEnd());
    },
  );
});

function said(expression: string): string {
  const options = { environment, code: "", certname: "node", facts, hieraConfig: "/nonexistent" };
  try {
    const settings = { strict: "warning" } as const;
    return toLiteral(evaluate(new Source(expression), openScope({ ...options, settings }, false))).trimEnd();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `!${error.issue.message.replaceAll(/ \((?:file|line): .*?\)/g, "")}`.trimEnd();
  }
}
