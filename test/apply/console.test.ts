import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { consoleCases, normalized } from "./console-case.ts";
import { consoleOf } from "./console-run.ts";

const folder = join(import.meta.dirname, "console");

for (const file of readdirSync(folder)) {
  const asRoot = file.startsWith("root-");
  describe.skipIf(asRoot && process.getuid?.() !== 0)(`as Puppet's console: ${file}`, () => {
    const directory = mkdtempSync(join(tmpdir(), "console-"));
    afterAll(() => rmSync(directory, { recursive: true, force: true }));
    for (const one of consoleCases(join(folder, file))) {
      test(one.title, async () => {
        if (one.setup !== "") execFileSync("/bin/sh", ["-ec", one.setup], { cwd: directory });
        const manifest = one.manifest.replaceAll("DIR", directory);
        expect(normalized(await consoleOf(manifest, one.options), directory)).toBe(one.expected);
      });
    }
  });
}
