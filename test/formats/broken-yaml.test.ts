import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readYaml } from "../../src/formats/yaml/read-yaml.ts";

// Every line is a text and what Puppet 7.23 with libyaml 0.2.5 says to it, without the file's name.
const rows = readFileSync(join(import.meta.dirname, "broken-yaml.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as [text: string, message: string]);

test.each(rows)("%j is refused in libyaml's words and at its place", (text, message) => {
  expect(() => readYaml(text)).toThrow(expect.objectContaining({ message }));
});

test("flow collections that are nested deep take no time", () => {
  const text = `${"[".repeat(100_000)}${"]".repeat(99_999)}`;
  expect(() => readYaml(text)).toThrow(/did not find expected ',' or ']'/);
});
