import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../src/formats/json/read-json.ts";
import { parseYaml } from "../../src/formats/yaml/parse-yaml.ts";
import { yamlValue } from "../../src/formats/yaml/read-yaml.ts";
import { readSimpleYaml } from "../../src/formats/yaml/simple-yaml.ts";
import { writeYaml } from "../../src/formats/yaml/write-yaml.ts";
import { rubyInspect } from "../../src/values/ruby/inspect.ts";
import type { Value } from "../../src/values/value.ts";
import { readCases } from "../hiera/harness.ts";

// Every line is a value and the text that Ruby's to_yaml gives for it.
const dumped = readFileSync(join(import.meta.dirname, "to-yaml.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => readJson(line) as [Value, string])
  .map(([value, text]) => ({ value, text }));

test.each(dumped)("writes $text", ({ value, text }) => {
  expect(writeYaml(value)).toBe(text);
});

const folder = join(import.meta.dirname, "../hiera/cases");
const texts = readdirSync(folder)
  .flatMap((file) => readCases(readFileSync(join(folder, file), "utf8")))
  .flatMap(({ files }) => Object.entries(files))
  .filter(([path]) => path.endsWith(".yaml"))
  .map(([, text]) => text);

function slow(text: string): string {
  try {
    return rubyInspect(yamlValue(parseYaml(text)));
  } catch (error) {
    return `! ${(error as Error).message}`;
  }
}

describe("the fast reader", () => {
  test("reads most plain data", () => {
    expect(
      readSimpleYaml("a: 1\nb:\n- x: [1, 'y']\n  z: {k: \"v\"}\nc: |\n  text\n\n  more\n"),
    ).toBeDefined();
  });

  test.each(
    [
      "yes",
      "No",
      "NULL",
      "null x",
      "Off",
      "ab",
      "ab - c",
      "a/b",
      "key_one",
      "a b",
      "e5",
      "1",
      "12",
      "007",
      "1_0",
    ].concat(["1.5", "12:30", "~", ":sym", '"on"', '"a\\"b"', "'it''s'", "ab %{c}", "onward", "true"]),
  )("knows that %s means what it means", (text) => {
    const both = `k: ${text}\nlist:\n  - ${text}\n${/^[a-z]\w*$/i.test(text) ? `${text}: 1\n` : ""}`;
    expect(rubyInspect(readSimpleYaml(both) as Value)).toBe(slow(both));
  });

  test("agrees with the full one wherever it answers", () => {
    const read = texts.filter((text) => readSimpleYaml(text) !== undefined);
    expect(read.length).toBeGreaterThan(50);
    for (const text of read) expect(rubyInspect(readSimpleYaml(text) as Value)).toBe(slow(text));
  });

  test("agrees with the full one on texts with something put in", () => {
    const bits = [
      " ",
      "\n",
      ": ",
      "- ",
      " #",
      "'",
      '"',
      "[",
      "}",
      ",",
      "|",
      "1",
      "~",
      "&x",
      "*x",
      "? ",
      "\n  ",
      "<<",
      "\\",
    ];
    const changed = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(...bits), fc.nat(3));
    fc.assert(
      fc.property(changed, ([text, where, bit, gone]) => {
        const at = where % (text.length + 1);
        const mutant = text.slice(0, at) + bit + text.slice(at + gone);
        const value = readSimpleYaml(mutant);
        if (value !== undefined) expect(rubyInspect(value)).toBe(slow(mutant));
      }),
      { numRuns: 300 },
    );
  });
});
