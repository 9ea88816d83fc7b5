import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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

function start(code: string, ...options: string[]): Running {
  const places = ["confdir", "codedir", "vardir", "rundir"].map((name) => `--${name}=${join(folder, name)}`);
  const child = spawn(process.execPath, [PROGRAM, "apply", ...places, ...options, "-e", code], {
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

/** A manifest in whose middle a command shows that it runs, and then goes on for so many seconds. */
function longRun(seconds = 30): string {
  return `
    file { '${folder}/first': content => 'x' }
    -> exec { 'long': command => 'touch ${folder}/running && sleep ${seconds} && touch ${folder}/finished', provider => shell, path => '/bin' }
    -> file { '${folder}/last': content => 'x' }`;
}

function made(name: string): boolean {
  return existsSync(join(folder, name));
}

/** The report of the last run. */
function report(): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, "vardir/state/last_run_report.json"), "utf8"));
}

describe.each(["SIGINT", "SIGHUP"] as const)("%s in the middle of a command", (signal) => {
  it("lets the command end, and begins nothing else; the report is written, the lock gone", async () => {
    const run = start(longRun(1));
    await until(() => made("running"));
    run.child.kill(signal);
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain(`Caught ${signal}: the resource in hand is finished`);
    expect([made("first"), made("finished"), made("last")]).toEqual([true, true, false]);
    expect(report()).toMatchObject({ status: "failed", transaction_completed: false });
    expect(readdirSync(join(folder, "rundir"))).toEqual([]);
  });
});

describe("a command that goes on after a signal", () => {
  it("is ended with its children after the time of grace", async () => {
    const run = start(longRun(), "--grace=0.2");
    await until(() => made("running"));
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain("it did not end within the time of grace");
    expect([made("finished"), made("last")]).toEqual([false, false]);
  });

  it("is ended by a second signal", async () => {
    const run = start(longRun());
    await until(() => made("running"));
    run.child.kill("SIGTERM");
    await until(() => run.text().includes("Caught SIGTERM"));
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(1);
    expect(made("finished")).toBe(false);
  });

  it("is not tried again", async () => {
    const run = start(
      `exec { '/bin/sh -c "touch ${folder}/running; sleep 1; false"': tries => 100, try_sleep => 10 }`,
    );
    await until(() => made("running"));
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(1);
  });
});

describe("a signal among many resources", () => {
  it("is heard between two files", async () => {
    const run = start(
      `file { '${folder}/t': ensure => directory }
       range(1, 3000).each |$i| { file { "${folder}/t/f\${i}": content => 'x' } }`,
    );
    await until(() => made("t/f20"));
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(1);
    expect(made("t/f3000")).toBe(false);
    expect(report()).toMatchObject({ status: "failed" });
  });

  it("is heard within a recursion", async () => {
    mkdirSync(join(folder, "from"));
    for (let i = 1; i <= 3000; i++) writeFileSync(join(folder, `from/f${i}`), "");
    const run = start(
      `file { '${folder}/to': ensure => directory, recurse => true, source => '${folder}/from' }`,
    );
    await until(() => made("to/f10"));
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(1);
    expect(readdirSync(join(folder, "to")).length).toBeLessThan(3000);
    expect(report()).toMatchObject({ status: "failed" });
  });
});

/** Whether the run has said so. */
const said = (run: Running, words: string) => until(() => run.text().includes(words));

describe("a signal before anything is applied", () => {
  it.each(["SIGTERM", "SIGHUP"] as const)("%s is heard within an endless loop", async (signal) => {
    const run = start(`warning('begun') Integer[1, 1000000000].reduce |$a, $b| { $a + $b }`);
    await said(run, "begun");
    await new Promise((done) => setTimeout(done, 500));
    run.child.kill(signal);
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain(`Error: Caught ${signal}; nothing was applied`);
    expect(report()).toMatchObject({
      status: "failed",
      logs: [{}, { message: `Caught ${signal}; nothing was applied` }],
    });
  });

  it.each([
    ["generate()", () => `generate('/bin/sh', '-c', 'touch ${folder}/running; sleep 30')`],
    ["an external fact", () => `notice($facts['slow'])`],
  ])("ends the command of %s", async (_, code) => {
    mkdirSync(join(folder, "facts"));
    writeFileSync(join(folder, "facts/slow.sh"), `#!/bin/sh\ntouch ${folder}/running\nsleep 30\n`, {
      mode: 0o755,
    });
    const run = start(code(), `--pluginfactdest=${folder}/facts`);
    await until(() => made("running"));
    await new Promise((done) => setTimeout(done, 500));
    const asked = performance.now();
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(1);
    expect(performance.now() - asked).toBeLessThan(8000);
    expect(report()).toMatchObject({ status: "failed" });
  });
});

describe("signals that ask for nothing", () => {
  it.each(["SIGUSR1", "SIGUSR2"] as const)("%s changes nothing, and opens no debugger", async (signal) => {
    const run = start(longRun(1));
    await until(() => made("running"));
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    expect(made("last")).toBe(true);
    expect(run.text()).not.toContain("Debugger");
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
    await said(first, "Caught SIGTERM");
    first.child.kill("SIGTERM");
    await first.ended;
  });
});
