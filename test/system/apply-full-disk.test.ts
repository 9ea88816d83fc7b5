import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LinuxMachine } from "../../src/machine/linux.ts";
import { applied, catalogOf } from "../apply/catalog.ts";

const disk = mkdtempSync(join(tmpdir(), "disk-"));

/** Needs the superuser: a disk of 64 kilobytes is mounted. */
describe.skipIf(process.getuid?.() !== 0)("a full disk", () => {
  beforeAll(() => void execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]));
  afterAll(() => {
    execFileSync("umount", [disk]);
    rmSync(disk, { recursive: true });
  });

  test("is said to be full, and the old file is whole", async () => {
    const path = join(disk, "x");
    writeFileSync(path, "old");
    const catalog = catalogOf([{ type: "File", title: path, parameters: { content: "n".repeat(200_000) } }]);
    const { lines, report } = await applied(catalog, new LinuxMachine());
    expect(lines[0]).toBe(`Error: No space left on device - ${path}`);
    expect(report.outcomes[0]!.failed).toBe(true);
    expect([readFileSync(path, "utf8"), readdirSync(disk)]).toEqual(["old", ["x"]]);
  });
});
