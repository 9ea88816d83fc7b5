import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readJson } from "../../src/formats/json/read-json.ts";
import { writeYaml } from "../../src/formats/yaml/write-yaml.ts";
import type { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";

// Every line is a value, options of to_yaml, and what Ruby 3.1 writes (psych 4.0, libyaml 0.2.5).
const rows = readFileSync(join(import.meta.dirname, "write-yaml.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => readJson(line) as [Value, Hash, string]);

test.each(rows)("writes %s as Ruby does", (value, options, text) => {
  const size = (name: string): number | undefined => {
    const given = options.get(name);
    return typeof given === "bigint" ? Number(given) : undefined;
  };
  expect(writeYaml(value, { indentation: size("indentation"), lineWidth: size("line_width") })).toBe(text);
});
