import { describe, expect, it } from "vitest";
import { compareDebianVersions, parseDebianVersion } from "../../../src/resources/package/debian-version.ts";
import { isRange, meets, newestWithin } from "../../../src/resources/package/version-range.ts";

describe("Debian versions", () => {
  /** As `dpkg --compare-versions` orders them. */
  it.each([
    ["1.0", "<", "1.1"],
    ["1.0~rc1", "<", "1.0"],
    ["1.0~~", "<", "1.0~"],
    ["1.0", "<", "1.0a"],
    ["1.0a", "<", "1.0+b1"],
    ["1.9", "<", "1.10"],
    ["1.0-1", "<", "1.0-1+deb12u1"],
    ["1:0.5", ">", "2.0"],
    ["1.0", "=", "0:1.0"],
    ["1.0-0", "=", "1.0"],
    ["1.02", "=", "1.2"],
    ["4.17.0~dfsg+~4.0.0-1", ">", "4.17.0~dfsg-1"],
  ])("%s %s %s", (a, order, b) => {
    const result = compareDebianVersions(parseDebianVersion(a)!, parseDebianVersion(b)!);
    expect(result < 0 ? "<" : result > 0 ? ">" : "=").toBe(order);
  });
});

describe("ranges of versions", () => {
  it.each([
    ["1.5", ">=1.0 <2.0", true],
    ["2.0", ">=1.0 <2.0", false],
    ["2.0", "<=2.0", true],
    ["1.0", ">1.0", false],
    ["0:1.0", "1.0", true],
    ["1.0", "=>1.0", false],
  ])("%s is in %s: %s", (version, range, expected) => {
    expect(meets(version, range)).toBe(expected);
  });

  it("are told from versions", () => {
    expect([">=1", "<2 >1", "1.0-1", "latest"].map(isRange)).toEqual([true, true, false, false]);
  });

  it("allow a newest version", () => {
    expect(newestWithin(["1.0", "1.10", "1.9", "2.0"], "<2")).toBe("1.10");
    expect(newestWithin(["3.0"], "<2")).toBeUndefined();
  });
});
