import { describe, expect, test } from "vitest";
import { placeOf } from "../../src/diagnostics/issue.ts";
import { issueText } from "../../src/report/issue-text.ts";
import { logText, toStandardError } from "../../src/report/log-text.ts";
import { Source } from "../../src/source/source.ts";

describe("log lines as on Puppet's console", () => {
  test.each([
    [{ level: "notice", message: "m" } as const, "Notice: m"],
    [{ level: "err", message: "m", source: "/Stage[main]" } as const, "Error: /Stage[main]: m"],
    [
      { level: "warning", message: "m", code: "X", place: { file: "/a.pp", line: 2 } } as const,
      "Warning: m (file: /a.pp, line: 2)",
    ],
    [{ level: "warning", message: "m", place: { file: "/a.pp", line: 2 } } as const, "Warning: m"],
    [{ level: "notice", message: "\ndiff\n" } as const, "Notice: \ndiff"],
  ])("%o", (entry, expected) => expect(logText(entry, false)).toBe(expected));

  test("colours", () => {
    expect(logText({ level: "err", message: "m" }, true)).toBe("\u001b[1;31mError: m\u001b[0m");
    expect(logText({ level: "info", message: "m" }, true)).toBe("\u001b[0;32mInfo: m\u001b[0m");
  });

  test("warnings and errors go to standard error", () => {
    expect((["debug", "info", "notice", "warning", "err"] as const).map(toStandardError)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

test("an issue is drawn with its line, what it covers, a hint and other places", () => {
  const source = new Source("class a {\n\tfil { '/x': }\n}\n", "/m/a.pp");
  const place = placeOf(source.span(11, 14));
  const related = [{ message: "declared here", place: { file: "/m/b.pp", line: 7, column: 3 } }];
  const issue = {
    code: "X",
    severity: "error" as const,
    message: "Unknown resource type: 'fil'",
    hint: "Did you mean 'file'?",
    place,
    related,
  };
  expect(issueText(issue, { colour: false, excerpt: true, node: "n" }).split("\n")).toEqual([
    "Error: Unknown resource type: 'fil' (file: /m/a.pp, line: 2, column: 2) on node n",
    "  2 | \tfil { '/x': }",
    "    | \t^^^",
    "  Did you mean 'file'?",
    "  /m/b.pp:7:3: declared here",
  ]);
});
