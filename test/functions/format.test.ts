import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sprintf } from "../../src/functions/sprintf/sprintf.ts";

// Every line is a format, a value, what Ruby's `format` makes of them, and whether the value is a Float.
const rows = readFileSync(join(import.meta.dirname, "format.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map(
    (line) => JSON.parse(line) as [format: string, value: number | string, text: string, isFloat: boolean],
  );

test.each(rows)("%s of %s is %j", (format, value, text, isFloat) => {
  const argument = typeof value === "number" && !isFloat ? BigInt(value) : value;
  expect(sprintf(format, [argument])).toBe(text);
});
