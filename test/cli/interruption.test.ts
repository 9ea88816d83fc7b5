import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const PROGRAM = resolve(import.meta.dirname, "../../src/main.ts");

/** A run of the program as a process of its own. */
interface Running {
  readonly child: ChildProcess;
  readonly text: () => string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nostrings-signal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(code: string): Running {
  const places = ["confdir", "codedir", "vardir", "rundir"].map((name) => `--${name}=${join(folder, name)}`);
  const child = spawn(process.execPath, [PROGRAM, "apply", ...places, "-e", code], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const append = (more: Buffer) => {
    text += more;
  };
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", append);
  return { child, text: () => text, ended: new Promise((done) => child.on("close", done)) };
}

/** Wait until something is so, at most ten seconds. */
async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (so()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("it did not come to be");
}

/** A manifest in whose middle a command shows that it runs, and then goes on for long. */
function longRun(): string {
  return `
    file { '${folder}/first': content => 'x' }
    -> exec { 'long': command => '/bin/touch ${folder}/running && exec /bin/sleep 30', provider => shell }
    -> file { '${folder}/last': content => 'x' }`;
}

describe.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s in the middle of a run", (signal) => {
  it("ends it in order: what was begun is whole, the rest untouched, the report written, the lock gone", async () => {
    const run = start(longRun());
    await until(() => existsSync(join(folder, "running")));
    run.child.kill(signal);
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain(`Caught ${signal}`);
    expect(existsSync(join(folder, "first"))).toBe(true);
    expect(existsSync(join(folder, "last"))).toBe(false);
    const report = JSON.parse(readFileSync(join(folder, "vardir/state/last_run_report.json"), "utf8"));
    expect(report).toMatchObject({ status: "failed", transaction_completed: false });
    expect(readdirSync(join(folder, "rundir"))).toEqual([]);
  });
});

describe("two runs at once", () => {
  it("the second is told who holds the lock, and changes nothing", async () => {
    const first = start(longRun());
    await until(() => existsSync(join(folder, "running")));
    const second = start(`file { '${folder}/second': content => 'x' }`);
    expect(await second.ended).toBe(1);
    expect(second.text()).toContain(`held by process ${first.child.pid} since`);
    expect(existsSync(join(folder, "second"))).toBe(false);
    first.child.kill("SIGTERM");
    await first.ended;
  });
});
