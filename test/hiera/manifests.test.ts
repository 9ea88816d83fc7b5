import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics/failure.ts";
import { DEFAULT_LANGUAGE_SETTINGS } from "../../src/evaluate/settings.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import { compile } from "../../src/nostrings.ts";
import type { Hash } from "../../src/values/hash.ts";
import { readCases, writeSite } from "./harness.ts";

const FOLDER = join(import.meta.dirname, "manifests");

// What a line of code logs, as Puppet does: notices as they are, warnings, and the error that ends it.
for (const file of readdirSync(FOLDER)) {
  for (const { title, files, facts, lookups } of readCases(readFileSync(join(FOLDER, file), "utf8"))) {
    describe(title, () => {
      const root = writeSite(files);
      test.each(lookups)("$request", ({ request, answer }) => {
        expect(said(request, root, facts)).toBe(answer.replaceAll("@ROOT@", root));
      });
    });
  }
}

function said(code: string, root: string, facts: Hash): string {
  const lines: string[] = [];
  try {
    compile({
      environment: directoryEnvironment("production", join(root, "env/production"), { basemodulepath: [] }),
      code,
      certname: "test.example.com",
      facts,
      settings: DEFAULT_LANGUAGE_SETTINGS,
      hieraConfig: join(root, "conf/hiera.yaml"),
      codedir: join(root, "code"),
      log: ({ level, message }) => {
        const prefix = level === "warning" ? "warning: " : "";
        lines.push(prefix + message.replace(/\n {3}\(file.*\)$/, ""));
      },
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    lines.push(`! ${error.issue.message}`);
  }
  return lines.join("\n").trim();
}
