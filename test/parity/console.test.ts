import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ConsoleCase, caseFileText, consoleCases, normalized } from "../apply/console-case.ts";

const folder = join(import.meta.dirname, "../apply/console");

/** With RECORD=1 the files are written anew from what the real Puppet says; ONLY names a file. */
const { RECORD, ONLY = "" } = process.env;

for (const file of readdirSync(folder).filter((name) => name.startsWith(ONLY))) {
  describe(`the real Puppet: ${file}`, () => {
    test("says what is written", { timeout: 900_000 }, () => {
      const path = join(folder, file);
      const cases = consoleCases(path);
      const said = sayings(cases);
      if (RECORD === undefined) expect(said).toEqual(cases);
      else writeFileSync(path, caseFileText(said));
    });
  });
}

function sayings(cases: readonly ConsoleCase[]): ConsoleCase[] {
  const directory = mkdtempSync(join(tmpdir(), "console-"));
  try {
    const rows = cases.map(({ setup, options, manifest }) => ({
      setup,
      options,
      code: manifest.replaceAll("DIR", directory),
    }));
    const input = JSON.stringify({ directory, cases: rows });
    const script = join(import.meta.dirname, "puppet-apply.rb");
    const said: string[] = JSON.parse(
      execFileSync("ruby", [script], { input, encoding: "utf8", cwd: directory }),
    );
    return cases.map((one, i) => ({ ...one, expected: ownLines(said[i]!, directory) }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What was said of the resources, without what Puppet says of its own work. */
function ownLines(said: string, directory: string): string {
  const lines = said.slice(said.indexOf("Notice: Compiled catalog")).split("\n").slice(1);
  const own = lines.filter(
    (line) =>
      !/^(Notice: Applied catalog|Info: (Using environment|Applying configuration|Creating state))/.test(
        line,
      ),
  );
  return normalized(own.join("\n"), directory);
}
