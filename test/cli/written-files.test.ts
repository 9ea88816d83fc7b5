import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workshop } from "./program.ts";

const asRoot = process.geteuid?.() === 0;
const SITE = "class a { notify { 'x': } } include a file { '/nonexistent/x': ensure => absent }";

let workshop: Workshop;
let umask: number;
beforeEach(() => {
  umask = process.umask(0);
  workshop = new Workshop();
});
afterEach(() => {
  process.umask(umask);
  workshop.remove();
});

/** A run that writes each kind of file that a run of `apply` can write. */
function run(...more: readonly string[]) {
  const names = ["--graph", "--write_catalog_summary", "--reports=store", ...more];
  const logs = ["log", "json", "jsonl"].map((ending) => join(workshop.path, `logs/deep/run.${ending}`));
  return workshop.run(["apply", "-e", SITE, "--logdest", logs.join(","), ...names]);
}

/** All paths below the workshop. */
function written(): string[] {
  return readdirSync(workshop.path, { recursive: true, encoding: "utf8" })
    .map((name) => join(workshop.path, name))
    .sort();
}

const isFile = (path: string): boolean => lstatSync(path).isFile();
const others = (path: string): number => lstatSync(path).mode & 0o022;

describe("whatever a run writes", () => {
  it("is not writable for others with umask 000, directories too", async () => {
    expect((await run()).code).toBe(0);
    const paths = written();
    const names = paths.filter(isFile).map((path) => path.slice(workshop.path.length));
    for (const part of [
      "run.log",
      "run.json",
      "last_run_summary",
      "last_run_report",
      "resources",
      "classes",
      "graphs",
    ])
      expect(names.join("\n")).toContain(part);
    expect(paths.filter((path) => others(path) !== 0)).toEqual([]);
    expect(lstatSync(join(workshop.path, "logs/deep/run.log")).mode & 0o777).toBe(0o640);
  });

  it.runIf(asRoot)("does not go through a link that another user has put there", async () => {
    await run();
    const files = written().filter(isFile);
    const victims = join(workshop.path, "victims");
    mkdirSync(victims);
    for (const [at, path] of files.entries()) {
      rmSync(path);
      writeFileSync(join(victims, String(at)), "precious");
      symlinkSync(join(victims, String(at)), path);
      lchownSync(path, 65534, 65534);
    }
    const ended = await run();
    expect(ended.text).toContain(
      "Could not set logdest to WORKSHOP/logs/deep/run.log: it is a link that belongs to user 65534",
    );
    await workshop.run(["apply", "-e", SITE, "--graph", "--write_catalog_summary", "--reports=store"]);
    for (const name of readdirSync(victims))
      expect(readFileSync(join(victims, name), "utf8")).toBe("precious");
  });
});

describe("a log that is a link of one's own", () => {
  it("is written where the link leads", async () => {
    mkdirSync(join(workshop.path, "logs/deep"), { recursive: true, mode: 0o755 });
    symlinkSync("../elsewhere", join(workshop.path, "logs/deep/run.log"));
    expect((await run()).code).toBe(0);
    expect(readFileSync(join(workshop.path, "logs/elsewhere"), "utf8")).toContain("Applied catalog");
  });
});

describe.runIf(asRoot)("a directory above the state's that others may write to", () => {
  it.each(["vardir", "rundir"])("is refused for %s, whether the directory is there or not", async (name) => {
    const open = join(workshop.path, "open");
    mkdirSync(open);
    chmodSync(open, 0o777);
    for (const below of ["new", "new/deeper"]) {
      const { code, text } = await workshop.run(["apply", "-e", SITE, `--${name}=${join(open, below)}`]);
      expect(text).toContain(
        "is not safe to use: WORKSHOP/open above it belongs to user 0 and has mode 0777",
      );
      expect(code).toBe(1);
    }
  });
  it("is fine with the sticky bit, as /tmp has it", async () => {
    const open = join(workshop.path, "open");
    mkdirSync(open);
    chmodSync(open, 0o1777);
    expect((await workshop.run(["apply", "-e", SITE, `--vardir=${join(open, "var")}`])).code).toBe(0);
  });
});
