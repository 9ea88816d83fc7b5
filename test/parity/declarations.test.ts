import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/formats/json/read-json.ts";
import type { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";
import { casesOf, catalogText } from "../evaluate-declare/harness.ts";

const CASES = resolve(import.meta.dirname, "../evaluate-declare/cases");

describe("the cases of declarations are what Puppet answers", () => {
  const cases = readdirSync(CASES).flatMap((file) => casesOf(join(CASES, file)));

  it("all of them", () => {
    const manifests = JSON.stringify(cases.map(({ code }) => code));
    const output = execFileSync("ruby", [join(import.meta.dirname, "catalogs.rb")], {
      input: manifests,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const answers = readJson(output) as readonly Hash[];
    expect(answers.map(answerText)).toEqual(cases.map(({ expected }) => expected));
  }, 120_000);
});

function answerText(answer: Hash): string {
  const logs = (answer.get("logs") as readonly (readonly Value[])[])
    .filter(([level]) => level !== "err")
    .map(([level, message]) => `${level}: ${message}`);
  const error = answer.get("error");
  const rest = error === undefined ? catalogText(answer.get("catalog") as Hash) : [`! ${error}`];
  return [...logs, ...rest].join("\n").trim();
}
