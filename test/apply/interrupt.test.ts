import { expect, test } from "vitest";
import { exitCodeOf } from "../../src/report/exit-code.ts";
import { MemoryMachine } from "../machine/memory.ts";
import { applied, catalogOf } from "./catalog.ts";

test("an interrupted run finishes the file in hand, skips the others and says so", async () => {
  const abort = new AbortController();
  const machine = new MemoryMachine();
  const replace = machine.replaceFile.bind(machine);
  machine.replaceFile = async (path, file) => {
    if (path === "/b") abort.abort();
    await replace(path, file);
  };
  const rows = ["/a", "/b", "/c"].map((title) => ({ type: "File", title, parameters: { content: title } }));
  const { report } = await applied(catalogOf(rows), machine, { signal: abort.signal });
  expect([machine.text("/b"), machine.lstat("/c")]).toEqual(["/b", undefined]);
  expect(report).toMatchObject({ completed: false, interrupted: true });
  expect(report.outcomes.map(({ title, skipped }) => [title, skipped])).toEqual([
    ["/a", false],
    ["/b", false],
    ["/c", true],
  ]);
  expect(exitCodeOf(report, { detailed: false, asPuppet: false })).toBe(1);
});
