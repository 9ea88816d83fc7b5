import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { summaryYaml } from "../../src/report/summary-yaml.ts";

describe("the summary of a run", () => {
  it("is a document that begins as Puppet's do", () => {
    expect(summaryYaml({ changes: { total: 3 }, application: { run_mode: "user" } })).toBe(
      "---\nchanges:\n  total: 3\napplication:\n  run_mode: user\n",
    );
  });

  it.each([
    ["a word", "production"],
    ["a version", "7.23.0"],
    ["a number as text", "12"],
    ["a word that YAML takes for a truth", "off"],
    ["a text with a colon and quotes", 'a: "b" # c'],
    ["several lines", "one\ntwo"],
    ["nothing", null],
    ["a fraction", 0.25],
    ["a small fraction", 1e-9],
  ])("keeps %s as it is", (_, value) => {
    const text = summaryYaml({ time: { "My::Type": value } });
    expect(parse(text, { version: "1.1" })).toEqual({ time: { "My::Type": value } });
  });
});
