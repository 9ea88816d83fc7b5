import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCases } from "../hiera/harness.ts";

const SCRIPT = join(import.meta.dirname, "hiera-cases.rb");
const FOLDER = join(import.meta.dirname, "../hiera/cases");

/** With RECORD=1 the files are written anew from what the real Puppet answers. */
const { RECORD } = process.env;

for (const file of readdirSync(FOLDER)) {
  test(`the real Puppet answers ${file}`, { timeout: 300_000 }, () => {
    const path = join(FOLDER, file);
    const answered = execFileSync("ruby", [SCRIPT, path], { encoding: "utf8" });
    if (RECORD !== undefined) writeFileSync(path, answered);
    const lookups = (text: string) => readCases(text).map(({ title, lookups: rows }) => ({ title, rows }));
    expect(lookups(answered)).toEqual(lookups(readFileSync(path, "utf8")));
  });
}
