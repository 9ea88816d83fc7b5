import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LinuxMachine } from "../../src/machine/linux.ts";
import { RunRecord } from "../../src/machine/run-record.ts";
import { clearKilledRun } from "../../src/run/killed-run.ts";

const folder = mkdtempSync(join(tmpdir(), "record-"));
const path = join(folder, "unfinished");

/** What a killed run leaves is the file as it is; nothing closes it. */
function killed(work: (record: RunRecord) => void): RunRecord {
  const record = new RunRecord(path);
  record.begin();
  work(record);
  return new RunRecord(path);
}

test("a temporary file is removed, one that was put in place is not", async () => {
  const [left, done] = [join(folder, ".left"), join(folder, "done")];
  for (const file of [left, done]) writeFileSync(file, "x");
  const next = killed((record) => {
    record.file(done)();
    record.file(left);
  });
  const said: string[] = [];
  await clearKilledRun(
    next,
    ({ message }) => said.push(message),
    () => {},
  );
  expect([existsSync(left), existsSync(done)]).toEqual([false, true]);
  expect(said).toEqual([`Removed ${left}: a run that was killed left it`]);
});

test("a command that still runs is waited for; another process of its number is not", async () => {
  const child = spawn("/bin/sleep", ["1"]);
  const next = killed((record) => record.command(child.pid!));
  const said: string[] = [];
  await clearKilledRun(
    next,
    ({ message }) => said.push(message),
    () => {},
  );
  expect(said).toEqual([
    `A run was killed, and its command still runs: waiting for process ${child.pid} (sleep)`,
  ]);
  expect(next.unfinished().commands).toEqual([]);
  writeFileSync(path, `command + [${process.pid},"1"]\n`);
  expect(new RunRecord(path).unfinished().commands).toEqual([]);
});

test("a run that a signal ends while it waits leaves the record to the next one", async () => {
  const child = spawn("/bin/sleep", ["5"]);
  const next = killed((record) => record.command(child.pid!));
  const caught = () => {
    throw new Error("caught");
  };
  await expect(clearKilledRun(next, () => {}, caught)).rejects.toThrow("caught");
  next.close();
  expect(new RunRecord(path).unfinished().commands).toHaveLength(1);
  child.kill();
});

test("the record is empty between commands and files, and gone at the end", async () => {
  const record = new RunRecord(path);
  record.begin();
  const machine = new LinuxMachine();
  machine.recordIn(record);
  await machine.replaceFile(join(folder, "x"), { content: Buffer.from("x") });
  const { output } = await machine.run({ argv: ["/bin/sh", "-c", `sleep 0.3; cat ${path}`] });
  expect(output).toMatch(/^command \+ \[\d+,"\d+"\]\n$/);
  expect(readFileSync(path, "utf8")).toBe("");
  record.close();
  expect(existsSync(path)).toBe(false);
});
