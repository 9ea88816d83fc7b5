import { describe, expect, it } from "vitest";
import { answer } from "./vectors.ts";

/**
 * Texts that real Puppet answers with an internal error of Ruby's, where ours is a proper issue or plain acceptance;
 * a place where Puppet gives none; and invalid JSON, which each names in the words of its own library.
 */
const ROWS: readonly (readonly [text: string, issue: string | undefined])[] = [
  ["a::", "ILLEGAL_FULLY_QUALIFIED_NAME error 1:4 Illegal fully qualified name"],
  ["::", "ILLEGAL_FULLY_QUALIFIED_NAME error 1:3 Illegal fully qualified name"],
  ["/(/", "REGEXP_ERROR error 1:1 end pattern with unmatched parenthesis: /(/"],
  [
    '"\\u{110000}"',
    "ILLEGAL_UNICODE_ESCAPE error 1:13 Unicode escape '\\u' was not followed by 4 hex digits or 1-6 hex digits in {} or was > 10ffff",
  ],
  ["file { * => $x }", "SYNTAX_ERROR error 1:6 Syntax error resource body without title or hash with +>"],
  [`"\${true}"`, undefined],
  [`@("A")\n   x\n   y \${1x}\n   | A`, "ILLEGAL_NUMBER error 3:8 Illegal number '1x'"],
  [
    "@(X:json)\n{a}\nX",
    `ILLEGAL_JSON error 2:1 Invalid produced text having syntax: 'json'. JSON syntax checker: Cannot parse invalid JSON string. "Expected property name or '}' in JSON at position 1 (line 1 column 2)"`,
  ],
  [
    "\ufeff$x",
    "ILLEGAL_BOM error 1:1 Illegal UTF-8 Byte Order mark at beginning of input: [EF BB BF] - remove these from the puppet source",
  ],
];

describe("where Puppet fails or gives no place", () => {
  it.each(ROWS)("%j", (text, issue) => {
    expect(answer({ text }, {}).issues).toEqual(issue === undefined ? [] : [issue]);
  });
});
