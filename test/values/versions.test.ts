import { expect, test } from "vitest";
import { SemVer } from "../../src/values/sem-ver.ts";
import { SemVerRange } from "../../src/values/sem-ver-range.ts";

const VERSIONS = [
  "0.9.9",
  "1.0.0",
  "1.2.2",
  "1.2.3",
  "1.3.0",
  "1.0.0-alpha",
  "1.2.3-rc1",
  "2.0.0",
  "3.1.0",
  "2.0.0-a",
];

/** A range, its normal form, and which of the versions it holds, as semantic_puppet 1.0.4 says. */
const RANGES: readonly (readonly [string, string, readonly string[]])[] = [
  [">=1.0.0 <2.0.0", ">=1.0.0 <2.0.0", ["1.0.0", "1.2.2", "1.2.3", "1.3.0"]],
  ["~1.2", ">=1.2.0 <1.3.0", ["1.2.2", "1.2.3"]],
  ["~1", ">=1.0.0 <2.0.0", ["1.0.0", "1.2.2", "1.2.3", "1.3.0"]],
  ["^1.2.3", ">=1.2.3 <2.0.0", ["1.2.3", "1.3.0"]],
  ["^0.2.3", ">=0.2.3 <0.3.0", []],
  ["1.x", ">=1.0.0 <2.0.0", ["1.0.0", "1.2.2", "1.2.3", "1.3.0"]],
  [
    "*",
    "*",
    ["0.9.9", "1.0.0", "1.2.2", "1.2.3", "1.3.0", "1.0.0-alpha", "1.2.3-rc1", "2.0.0", "3.1.0", "2.0.0-a"],
  ],
  [
    "",
    "*",
    ["0.9.9", "1.0.0", "1.2.2", "1.2.3", "1.3.0", "1.0.0-alpha", "1.2.3-rc1", "2.0.0", "3.1.0", "2.0.0-a"],
  ],
  ["1.0.0 - 2.0.0", ">=1.0.0 <=2.0.0", ["1.0.0", "1.2.2", "1.2.3", "1.3.0", "2.0.0"]],
  ["1.0 - 2", ">=1.0.0 <=2.0.0", ["1.0.0", "1.2.2", "1.2.3", "1.3.0", "2.0.0"]],
  [">1", ">=2.0.0", ["2.0.0", "3.1.0"]],
  ["<=1.2", "<1.3.0", ["0.9.9", "1.0.0", "1.2.2", "1.2.3"]],
  [">=1.0.0-alpha", ">=1.0.0-alpha", ["1.0.0", "1.2.2", "1.2.3", "1.3.0", "1.0.0-alpha", "2.0.0", "3.1.0"]],
  ["1.2.3 || 3.x", "1.2.3 || >=3.0.0 <4.0.0", ["1.2.3", "3.1.0"]],
  ["=1.2.3", "1.2.3", ["1.2.3"]],
  ["> 1.0.0", ">1.0.0", ["1.2.2", "1.2.3", "1.3.0", "2.0.0", "3.1.0"]],
  ["<1.0.0 >2.0.0", "<0.0.0", []],
  ["~>1.2.3", ">=1.2.3 <1.3.0", ["1.2.3"]],
  [
    "x",
    "*",
    ["0.9.9", "1.0.0", "1.2.2", "1.2.3", "1.3.0", "1.0.0-alpha", "1.2.3-rc1", "2.0.0", "3.1.0", "2.0.0-a"],
  ],
  [">1.2.x", ">=1.3.0", ["1.3.0", "2.0.0", "3.1.0"]],
  ["<1.x", "<1.0.0", ["0.9.9"]],
];

test.each(RANGES)("the range %j is %s", (text, normal, held) => {
  const range = SemVerRange.parse(text);
  expect(range.normalized()).toBe(normal);
  expect(VERSIONS.filter((version) => range.includes(SemVer.parse(version)))).toEqual(held);
});

test.each([
  ["foo", 'Unparsable version range: "foo"'],
  ["1.2.3-01", "Numeric pre-release identifiers MUST NOT contain leading zeroes"],
])("the range %j is refused", (text, message) => {
  expect(() => SemVerRange.parse(text)).toThrow(message);
});

test("versions are ordered by precedence", () => {
  const ordered = [
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0",
    "1.0.1",
  ];
  const shuffled = [...ordered].reverse().map(SemVer.parse);
  expect(shuffled.sort((a, b) => a.compare(b)).map(String)).toEqual(ordered);
});

test("build metadata counts for equality only", () => {
  const [a, b] = [SemVer.parse("1.0.0+a"), SemVer.parse("1.0.0+b")];
  expect([a.compare(b), a.equals(b)]).toEqual([0, false]);
});

test.each(["1.0", "01.0.0", "1.0.0-01", "x"])("%s is no version", (text) => {
  expect(() => SemVer.parse(text)).toThrow();
});
