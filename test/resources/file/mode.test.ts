import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bitsOf, forDirectory, modeKind } from "../../../src/resources/file/mode.ts";

const directory = mkdtempSync(join(tmpdir(), "mode-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("symbolic modes mean what chmod(1) makes of them", () => {
  const modes = [
    "u+x",
    "go-rwx",
    "u=rwx,go=",
    "a+r",
    "+x",
    "g=u",
    "o=g",
    "u=g,g=o",
    "ug=rw,o=",
    "a+X",
    "go+X",
    "u-w+x",
    "g+s",
    "u+s,g+s",
    "o+t",
    "u=rwx,g=rx,o=rx",
  ];
  const starts = [0o644, 0o755, 0o600, 0o421, 0o000];
  test.each(modes)("%s", (mode) => {
    const path = join(directory, mode);
    writeFileSync(path, "");
    for (const start of starts) {
      chmodSync(path, start);
      execFileSync("chmod", [mode.replaceAll(/(^|,)\+/g, "$1a+"), path]);
      expect([mode, start.toString(8), bitsOf(mode, start, false).toString(8)]).toEqual([
        mode,
        start.toString(8),
        (statSync(path).mode & 0o7777).toString(8),
      ]);
    }
  });
});

test.each([
  ["0644", "644"],
  ["644", "644"],
  ["04755", "4755"],
  ["7", "7"],
  ["u+x,g-w", "u+x,g-w"],
])("%s is taken as %s", (given, taken) => expect(modeKind.parse(given)).toBe(taken));

test.each([
  ["0999", 'The file mode specification is invalid: "0999"'],
  ["u*x", 'The file mode specification is invalid: "u*x"'],
  [644n, "The file mode specification must be a string, not 'Integer'"],
])("%s is refused", (given, words) => expect(() => modeKind.parse(given)).toThrow(words));

test.each([
  ["644", "755"],
  ["600", "700"],
  ["640", "750"],
  ["111", "111"],
  ["u=r", "u=r"],
])("%s of a directory is %s", (mode, bits) => expect(forDirectory(mode)).toBe(bits));
