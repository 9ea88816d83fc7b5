import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/diagnostics/failure.ts";
import { askerOf } from "../../src/evaluate/scope-asker.ts";
import { readJson } from "../../src/formats/json/read-json.ts";
import { lookupNames } from "../../src/hiera/lookup-names.ts";
import { mergeStrategy } from "../../src/hiera/merge/strategies.ts";
import type { Hash } from "../../src/values/hash.ts";
import { rubyInspect } from "../../src/values/ruby/inspect.ts";
import type { Value } from "../../src/values/value.ts";
import { type Case, openSite, readCases, writeSite } from "./harness.ts";

const FOLDER = join(import.meta.dirname, "cases");

// The answers are Puppet's own: test/parity/hiera-cases.rb gives them.
for (const file of readdirSync(FOLDER)) {
  describe(file, () => {
    for (const site of readCases(readFileSync(join(FOLDER, file), "utf8"))) lookups(site);
  });
}

function lookups({ title, files, facts, lookups }: Case): void {
  describe(title, () => {
    const root = writeSite(files);
    test.each(lookups)("$request", ({ request, answer }) => {
      expect(answerTo(request, root, facts)).toBe(answer);
    });
  });
}

function answerTo(request: string, root: string, facts: Hash): string {
  const [key = "", ...options] = request.split(/ (?=\w+=)/);
  const given = new Map(options.map((option) => [option.split("=", 1)[0] as string, optionValue(option)]));
  const { scope, hiera, warnings } = openSite(root, { facts });
  const hash = (name: string): Hash | undefined => given.get(name) as Hash | undefined;
  const merge = given.get("merge");
  const answer = attempt(() =>
    lookupNames(
      [key],
      {
        merge: merge === undefined ? undefined : mergeStrategy(merge),
        defaultValue: given.get("default_value"),
      },
      hiera.invocation(askerOf(scope), {
        overrides: hash("override"),
        defaults: hash("default_values_hash"),
      }),
    ),
  );
  const warned = warnings.map((warning) => `warning: ${warning.replace(/\n {3}\(file.*\)$/, "")}\n`);
  return `${warned.join("")}${answer}`.replaceAll(root, "@ROOT@").trim();
}

function optionValue(option: string): Value {
  return readJson(option.slice(option.indexOf("=") + 1));
}

function attempt(find: () => Value): string {
  try {
    return rubyInspect(find());
  } catch (error) {
    if (error instanceof Failure) return `! ${error.issue.message}`;
    throw error;
  }
}
