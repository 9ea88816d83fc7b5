import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withStaging } from "../../src/bundle/staging.ts";

let run: string;
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), "run-"));
});
afterEach(() => rmSync(run, { recursive: true }));

/** The source of a process that is told to stop while it works in a staging directory. */
function interrupted(signal: string): string {
  const module = (path: string) => JSON.stringify(join(import.meta.dirname, "../../src", path));
  return `
    import { mkdirSync } from "node:fs";
    import { withStaging } from ${module("bundle/staging.ts")};
    import { Interruption } from ${module("machine/interruption.ts")};
    const interruption = new Interruption();
    await withStaging(${JSON.stringify(run)}, async (path) => {
      mkdirSync(path + "/half-done");
      process.kill(process.pid, "${signal}");
      await new Promise((resolve) => setTimeout(resolve, 20));
      interruption.goOn();
    }).catch(({ issue }) => console.log(issue.message));
    interruption.end();
  `;
}

describe("a staging directory", () => {
  it("is private, and gone afterwards", async () => {
    const seen = await withStaging(run, async (path) => {
      writeFileSync(join(path, "x"), "");
      return { mode: statSync(path).mode & 0o777, path };
    });
    expect(seen.mode).toBe(0o700);
    expect(existsSync(seen.path)).toBe(false);
  });

  it("is gone after a failure", async () => {
    await expect(withStaging(run, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(run)).toEqual([]);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("is gone after %s, and nothing was applied", (signal) => {
    const argv = ["--input-type=module", "-e", interrupted(signal)];
    const said = execFileSync(process.execPath, argv, { encoding: "utf8" });
    expect(said).toBe(`Caught ${signal}; nothing was applied\n`);
    expect(readdirSync(run)).toEqual([]);
  });

  it("is cleared of what a killed process left, and of nothing else", async () => {
    const left = [`bundle-4194305-abc`, `bundle-${process.pid}-abc`, "apply.lock", "bundle-notes"];
    for (const name of left) mkdirSync(join(run, name));
    await withStaging(run, async () => undefined);
    expect(readdirSync(run).sort()).toEqual(left.slice(1).sort());
  });
});
