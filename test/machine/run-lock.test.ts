import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeRunLock } from "../../src/machine/run-lock.ts";

describe("the lock of a run", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "nostrings-lock-"));
    path = join(folder, "run", "apply.lock");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("names its holder to the second who asks", () => {
    const lock = takeRunLock(path);
    expect(() => takeRunLock(path)).toThrow(`held by process ${process.pid} since`);
    lock.release();
    takeRunLock(path).release();
  });

  it.each([
    [
      "of a process that is gone",
      JSON.stringify({ pid: 2 ** 22 + 1, started: "1", command: "x", since: "then" }),
    ],
    [
      "of a number used again",
      JSON.stringify({ pid: process.pid, started: "1", command: "x", since: "then" }),
    ],
    ["that is no lock", "half a fi"],
  ])("takes over a lock %s", (_, text) => {
    takeRunLock(path).release();
    writeFileSync(path, text);
    takeRunLock(path).release();
    expect(existsSync(path)).toBe(false);
  });

  it("leaves nothing behind", () => {
    takeRunLock(path).release();
    expect(readdirSync(join(folder, "run"))).toEqual([]);
  });
});
