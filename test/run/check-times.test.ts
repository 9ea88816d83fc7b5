import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LinuxMachine } from "../../src/machine/linux.ts";
import { Redactor } from "../../src/report/redactor.ts";
import { CheckTimesFile } from "../../src/run/check-times.ts";

test("a time is found by the next run, its reference a secret or not, and no secret is in the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "check-times-"));
  const path = join(folder, "schedules.json");
  const redactor = new Redactor();
  redactor.register("canary-7hq2klm9xtr4");
  const before = new CheckTimesFile(path);
  before.set("Notify[canary-7hq2klm9xtr4]", 1);
  before.set("Notify[plain]", 2);
  await before.save(new LinuxMachine(), redactor);
  expect(readFileSync(path, "utf8")).not.toContain("7hq2");
  const after = new CheckTimesFile(path);
  expect([after.get("Notify[canary-7hq2klm9xtr4]"), after.get("Notify[plain]")]).toEqual([1, 2]);
  rmSync(folder, { recursive: true });
});
