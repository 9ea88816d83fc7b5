import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Command } from "../../src/machine/command.ts";
import { LinuxMachine } from "../../src/machine/linux.ts";

const machine = new LinuxMachine();
const sh = (line: string, rest: Partial<Command> = {}) =>
  machine.run({ argv: ["/bin/sh", "-c", line], ...rest });

describe("what a command gives", () => {
  const rows: [string, Partial<Command>, { code: number; output: string; errors?: string }][] = [
    ["echo out; echo err >&2; echo out2", {}, { code: 0, output: "out\nerr\nout2\n" }],
    ["echo out; echo err >&2", { apart: true }, { code: 0, output: "out\n", errors: "err\n" }],
    ["exit 3", {}, { code: 3, output: "" }],
    ["kill -9 $$", {}, { code: 137, output: "" }],
    ["pwd", { cwd: "/usr" }, { code: 0, output: "/usr\n" }],
    ["umask", { umask: 0o077 }, { code: 0, output: "0077\n" }],
    ['echo "$A-$HOME-$USER"', { env: { A: "1" } }, { code: 0, output: "1--\n" }],
    ["cat", { input: "given" }, { code: 0, output: "given" }],
    ["cat", {}, { code: 0, output: "" }],
  ];
  test.each(rows)("%s", async (line, rest, expected) => {
    const { code, output, errors } = await sh(line, rest);
    expect({ code, output, errors }).toEqual({ errors: "", ...expected });
  });
});

test("this process's umask is as before", async () => {
  const before = process.umask();
  await sh("true", { umask: 0o777 });
  expect(process.umask()).toBe(before);
});

test("a timeout ends the command and its children", async () => {
  const started = performance.now();
  const result = await sh("sleep 60 & echo $!; wait", { timeout: 0.3 });
  expect(result.timedOut).toBe(true);
  expect(performance.now() - started).toBeLessThan(5000);
  await expect.poll(() => stateOf(result.output.trim())).toMatch(/^(gone|Z)$/);
});

/** The state of a process; ended ones may wait as zombies for an init that does not come for them. */
function stateOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(" ")[2] ?? "";
  } catch {
    return "gone";
  }
}

test("a daemon left behind does not hold the command up", async () => {
  const started = performance.now();
  const result = await sh("sleep 3 & echo started");
  expect(result).toMatchObject({ code: 0, output: "started\n" });
  expect(performance.now() - started).toBeLessThan(2500);
});

test("much output arrives whole", async () => {
  const { output } = await sh("head -c 3000000 /dev/zero | tr '\\0' x");
  expect(output.length).toBe(3_000_000);
});

test("a missing directory is said to be missing", async () => {
  const result = await sh("true", { cwd: "/nonexistent" });
  expect(result).toMatchObject({ code: 1, trouble: "No such file or directory - /nonexistent" });
});

test("an unknown user", async () => {
  await expect(sh("true", { user: "no-such-user" })).rejects.toThrow("Could not find user no-such-user");
});
