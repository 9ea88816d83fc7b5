import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHocon } from "../../src/formats/hocon/read-hocon.ts";
import { readJson } from "../../src/formats/json/read-json.ts";
import { rubyInspect } from "../../src/values/ruby/inspect.ts";
import type { Value } from "../../src/values/value.ts";

// Every line is a text and its value, or the line on which it is broken.
const rows = readFileSync(join(import.meta.dirname, "hocon.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as [text: string, answer: string | number]);
test.each(rows)("HOCON %j", (text, answer) => {
  const read = () => readHocon(text, { HOME: "/root" });
  if (typeof answer === "string") expect(rubyInspect(read())).toBe(answer);
  else expect(read).toThrow(expect.objectContaining({ name: "HoconProblem", line: answer }));
});

const json: [text: string, value: string][] = [
  [
    '{"b": 1, "10": 2, "2": [1.0, 1e3, -0.5, 12345678901234567890]}',
    '{"b"=>1, "10"=>2, "2"=>[1.0, 1000.0, -0.5, 12345678901234567890]}',
  ],
  ['{"a": "\\u00e9\\n\\"", "a": null} // end', '{"a"=>nil}'],
  [" [] ", "[]"],
];
test.each(json)("JSON %j", (text, value) => {
  expect(rubyInspect(readJson(text) as Value)).toBe(value);
});

const brokenJson: [text: string, line: number, column: number][] = [
  ['{"a": 1,}', 1, 9],
  ["{\n  a: 1}", 2, 3],
  ['{"a": [1\n', 1, 7],
  ['{"a": 01}', 1, 8],
  ['{"a": "x}', 1, 7],
  ['{"a": 1} x', 1, 10],
  ["", 1, 1],
];
test.each(brokenJson)("broken JSON %j", (text, line, column) => {
  expect(() => readJson(text)).toThrow(expect.objectContaining({ name: "JsonProblem", line, column }));
});
