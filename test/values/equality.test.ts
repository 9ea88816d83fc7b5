import { describe, expect, test } from "vitest";
import { Binary } from "../../src/values/binary.ts";
import { DEFAULT } from "../../src/values/default.ts";
import { compare, distinct, equals, includes, matches } from "../../src/values/equality.ts";
import { Hash } from "../../src/values/hash.ts";
import { Regexp } from "../../src/values/regexp.ts";
import { SemVer } from "../../src/values/sem-ver.ts";
import { SemVerRange } from "../../src/values/sem-ver-range.ts";
import { Sensitive } from "../../src/values/sensitive.ts";
import { Timespan } from "../../src/values/timespan.ts";
import type { Value } from "../../src/values/value.ts";

const EQUAL: readonly (readonly [Value, Value, boolean])[] = [
  ["a", "A", true],
  ["ä", "Ä", false],
  [1n, 1, true],
  [1n, "1", false],
  [null, "", false],
  [null, null, true],
  [[1n, "a"], [1, "A"], true],
  [[1n], [1n, 2n], false],
  [Hash.of({ a: "X", b: 1n }), Hash.of({ b: 1, a: "x" }), true],
  [Hash.of({ a: 1n }), Hash.of({ A: 1n }), false],
  [new Timespan(2_000_000_000n), 2n, true],
  [2n, new Timespan(2_000_000_000n), true],
  [SemVer.parse("1.0.0"), SemVer.parse("1.0.0"), true],
  [SemVer.parse("1.0.0"), "1.0.0", false],
  [new Sensitive("a"), new Sensitive("a"), true],
  [new Sensitive("a"), new Sensitive(["a"]), false],
  [new Sensitive(null), new Sensitive("null"), false],
  [DEFAULT, DEFAULT, true],
  [true, "true", false],
];

test.each(EQUAL)("%s == %s", (a, b, answer) => {
  expect(equals(a, b)).toBe(answer);
});

describe("order", () => {
  test.each<readonly [Value, Value, number]>([
    ["a", "B", -1],
    ["b", "A", 1],
    ["a", "A", 0],
    [1n, 1.5, -1],
    [new Timespan(1n), new Timespan(2n), -1],
    [2n, new Timespan(1_000_000_000n), 1],
  ])("%s <=> %s", (a, b, sign) => {
    expect(Math.sign(compare(a, b))).toBe(sign);
  });

  test.each<readonly [Value, Value, string]>([
    ["a", 1n, "A String is not comparable to a non String"],
    [1n, "a", "A Numeric is not comparable to non Numeric"],
    [true, false, "Only Strings, Numbers, Timespans, Timestamps, and Versions are comparable"],
    [new Timespan(1n), "a", "Timespans are only comparable to Timespans, Integers, and Floats"],
    [SemVer.parse("1.0.0"), "1.0.0", "Versions not comparable to non Versions"],
  ])("%s and %s have none", (a, b, message) => {
    expect(() => compare(a, b)).toThrow(message);
  });
});

test.each<readonly [Value, Value, boolean]>([
  ["abc", new Regexp("b"), true],
  [1n, new Regexp("1"), false],
  ["1.2.0", SemVer.parse("1.2.0"), true],
  ["1.2.0", SemVerRange.parse(">=1.0.0"), true],
  ["x", SemVerRange.parse(">=1.0.0"), false],
  [["a", "b"], ["A", new Regexp("b")], true],
  [Hash.of({ a: "b", c: 1n }), Hash.of({ a: "B" }), true],
  ["anything", DEFAULT, true],
])("%s fits the option %s", (value, pattern, answer) => {
  expect(matches(value, pattern)).toBe(answer);
});

test.each<readonly [Value, Value, boolean]>([
  ["b", "ABC", true],
  ["B", ["a", "b"], true],
  [new Regexp("^b"), ["a", "bx"], true],
  [1, [1n], true],
  ["a", Hash.of({ a: 1n }), true],
  ["1.0.0", SemVerRange.parse("1.x"), true],
  [104n, Binary.fromText("hello"), true],
  ["ell", Binary.fromText("hello"), true],
  [1n, "1", false],
])("%s in %s", (wanted, container, answer) => {
  expect(includes(container, wanted)).toBe(answer);
});

test("a match inside an array tells its groups", () => {
  let group: string | undefined;
  includes(["x", "a1"], new Regexp("a(\\d)"), (match) => {
    group = match.groups[1];
  });
  expect(group).toBe("1");
});

test("distinct values differ as hash keys do", () => {
  expect(distinct<Value>([1n, 1, "a", "A", "a", [1n], [1n]])).toEqual([1n, 1, "a", "A", [1n]]);
});
