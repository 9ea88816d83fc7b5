import { expect, test } from "vitest";
import { floatToText } from "../../src/values/float-text.ts";
import { checkedInteger, toNumberWithRadix } from "../../src/values/numbers.ts";

/** A text, the number Puppet 7.23 reads in it (as text), and its radix. */
const WRITTEN: readonly (readonly [string, string | null, number | null])[] = [
  ["1", "1", 10],
  ["-1", "-1", 10],
  ["0x1F", "31", 16],
  ["017", "15", 8],
  ["08", null, null],
  ["1.5", "1.5", 10],
  ["1e3", "1000.0", 10],
  ["0e1", null, null],
  [".5", null, null],
  ["1.", null, null],
  ["+5", "5", 10],
  [" 7 ", "7", 10],
  ["- 3", "-3", 10],
  ["abc", null, null],
  ["", null, null],
  ["0", "0", 10],
  ["00", "0", 8],
  ["0x", null, null],
  ["1e400", null, null],
  ["09.5", null, null],
  ["010.5", "10.5", 10],
  ["::5", "5", 10],
  ["1_000", null, null],
  ["-0x1f", "-31", 16],
  ["0.0", "0.0", 10],
  ["1E-2", "0.01", 10],
];

test.each(WRITTEN)("%j is the number %s", (text, number, radix) => {
  const written = toNumberWithRadix(text);
  const value =
    written && (typeof written.value === "number" ? floatToText(written.value) : String(written.value));
  expect([value ?? null, written?.radix ?? null]).toEqual([number, radix]);
});

test.each([
  [1e15, "1.0e+15"],
  [1e14, "100000000000000.0"],
  [1e-4, "0.0001"],
  [1e-5, "1.0e-05"],
  [-0, "-0.0"],
  [1.2345678901234568e17, "1.2345678901234568e+17"],
  [Number.POSITIVE_INFINITY, "Infinity"],
])("the Float %d is written %s", (value, text) => {
  expect(floatToText(value)).toBe(text);
});

test("an Integer has 64 bits", () => {
  expect(checkedInteger(2n ** 63n - 1n, "An Expression")).toBe(2n ** 63n - 1n);
  expect(() => checkedInteger(2n ** 63n, "An Expression")).toThrow(
    "An Expression resulted in a value outside of Puppet Integer max range, got '+0x8000000000000000'",
  );
  expect(() => checkedInteger(-(2n ** 63n) - 1n, "An Expression")).toThrow(
    "An Expression resulted in a value outside of Puppet Integer min range, got '-0x8000000000000001'",
  );
});
