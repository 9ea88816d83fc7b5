import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workshop } from "./program.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const at = (name: string): string => join(workshop.path, name);
const read = (name: string): string => readFileSync(at(name), "utf8");
const NOTIFY = ["-e", "notify { 'x': }"];

describe("--logdest", () => {
  const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4} /gm;

  it("a file is written as Puppet writes it", async () => {
    const { text } = await workshop.run(["apply", `--logdest=${at("new/run.log")}`, ...NOTIFY]);
    expect(text).toBe("");
    expect(read("new/run.log").match(TIME)).toHaveLength(4);
    expect(read("new/run.log").replaceAll(TIME, "").split("\n").slice(1, 3)).toEqual([
      "Puppet (notice): x",
      "/Stage[main]/Main/Notify[x]/message (notice): defined 'message' as 'x'",
    ]);
  });

  it("a .json file is an array that the next run goes on with, and lacks its end", async () => {
    for (let run = 0; run < 2; run++) await workshop.run(["apply", `--logdest=${at("run.json")}`, ...NOTIFY]);
    const entries = JSON.parse(`${read("run.json")}]`);
    expect(entries).toHaveLength(8);
    expect(entries[5]).toMatchObject({ level: "notice", message: "x", source: "Puppet", tags: ["notice"] });
  });

  it("a .jsonl file has an object on each line", async () => {
    await workshop.run(["apply", `--logdest=${at("run.jsonl")}`, ...NOTIFY]);
    expect(
      read("run.jsonl")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).message)[1],
    ).toBe("x");
  });

  it("a place that cannot be written to is told at once", async () => {
    const ended = await workshop.run(["apply", "--logdest=/proc/none/run.log", ...NOTIFY]);
    expect(ended.code).toBe(1);
    expect(ended.text).toMatch(/^Error: Could not set logdest to \/proc\/none\/run.log: No such file/);
  });
});

describe("what is written about a run", () => {
  it("--summarize prints the numbers as Puppet does", async () => {
    const { text } = await workshop.run(["apply", "--summarize", ...NOTIFY]);
    const numbers = text.slice(text.indexOf("Application:"));
    expect(numbers.replace(/(: +)(\d+\.\d\d|\d{10}|0\.1\.0)$/gm, "$1N")).toMatchInlineSnapshot(`
      "Application:
         Initial environment: production
         Converged environment: production
               Run mode: user
      Changes:
                  Total: 1
      Events:
                Success: 1
                  Total: 1
      Resources:
                Changed: 1
            Out of sync: 1
              Scheduled: 1
                  Total: 1
      Time:
                 Notify: N
               Last run: N
                  Total: N
      Version:
                 Puppet: N
                 Config: N
      "
    `);
  });

  it.each(["--write-catalog-summary", "--loadclasses"])("%s names classes and resources", async (option) => {
    const code = `class a { file { '${at("A File")}': ensure => absent } } include a notify { 'X': } define d { } d { 'e': }`;
    await workshop.run(["apply", option, "-e", code]);
    expect(read("vardir/state/classes.txt")).toBe("settings\na\n");
    expect(read("vardir/state/resources.txt")).toBe(`file[${at("A File").toLowerCase()}]\nnotify[x]\n`);
  });

  it("a report that cannot be written does not make a run that was good a bad one", async () => {
    writeFileSync(at("vardir"), "a file in the way");
    const ended = await workshop.run(["apply", "--detailed-exitcodes", ...NOTIFY]);
    expect(ended.text).toContain(
      "Error: Could not save last run local report: Not a directory - WORKSHOP/vardir",
    );
    expect(ended.code).toBe(2);
    rmSync(at("vardir"));
  });

  it("a dry run writes nothing", async () => {
    await workshop.run(["apply", "--noop", "--write-catalog-summary", ...NOTIFY]);
    expect(existsSync(at("vardir"))).toBe(false);
  });

  it("places name the manifest by its whole path", async () => {
    writeFileSync(at("bad.pp"), "notify {\n");
    const before = process.cwd();
    process.chdir(workshop.path);
    const { text } = await workshop.run(["apply", "bad.pp"]).finally(() => process.chdir(before));
    expect(text).toContain("(file: WORKSHOP/bad.pp)");
  });
});

it("what cannot be read is told in words, without the system's names for errors", async () => {
  const { code, text } = await workshop.run(["apply", "--catalog", at("none.json")]);
  expect([code, text]).toEqual([1, "Error: No such file or directory - WORKSHOP/none.json\n"]);
});

it("--verbose names the environment", async () => {
  const { text } = await workshop.run(["apply", "--verbose", ...NOTIFY]);
  expect(text.split("\n")[1]).toBe("Info: Using environment 'production'");
});

describe("schedules", () => {
  const daily = ["apply", "-e", "notify { 'x': schedule => daily }"];
  const isSaid = async (...more: string[]): Promise<boolean> =>
    (await workshop.run([...daily, ...more])).text.includes("Notice: x\n");

  it("count from run to run; a dry run does not", async () => {
    expect((await workshop.run([...daily, "--noop"])).text).toContain("should be 'x' (noop)");
    expect([await isSaid(), await isSaid(), await isSaid("--ignoreschedules")]).toEqual([true, false, true]);
  });

  it("with a spoilt memory everything is due", async () => {
    await isSaid();
    writeFileSync(at("vardir/state/schedules.json"), "{");
    expect(await isSaid()).toBe(true);
  });
});

it("a dry run needs no lock, and leaves none", async () => {
  writeFileSync(at("rundir"), "a file in the way");
  expect((await workshop.run(["apply", "--noop", ...NOTIFY])).code).toBe(0);
  expect((await workshop.run(["apply", ...NOTIFY])).code).toBe(1);
  const really = ["apply", "--noop", "-e", "notify { 'x': noop => false }"];
  expect((await workshop.run(really)).code).toBe(1);
});
