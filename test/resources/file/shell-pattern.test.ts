import { expect, test } from "vitest";
import { shellPattern } from "../../../src/resources/file/walk.ts";

test.each([
  ["*.bak", "x.bak", true],
  ["*.bak", ".x.bak", false],
  [".*", ".git", true],
  ["*", "a", true],
  ["*", ".a", false],
  ["?b", "ab", true],
  ["[a-c]x", "bx", true],
  ["[!a-c]x", "bx", false],
  ["[^a-c]x", "dx", true],
  ["a.b", "aXb", false],
  ["\\*", "*", true],
  ["[", "[", true],
  ["a(b", "a(b", true],
])("%s on %s: %s", (pattern, name, expected) => expect(shellPattern(pattern).test(name)).toBe(expected));
