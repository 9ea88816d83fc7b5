import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workshop } from "./program.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const HIERA = "version: 5\ndefaults: { datadir: data, data_hash: yaml_data }\nhierarchy:\n";
const LOOKUP = "notice(lookup('k', { 'default_value' => 'none' }))\n";

function write(name: string, content: string): void {
  mkdirSync(dirname(join(workshop.path, name)), { recursive: true });
  writeFileSync(join(workshop.path, name), content);
}

const MAKE: Readonly<Record<string, (path: string) => void>> = {
  "a named pipe": (path) => void execFileSync("mkfifo", [path]),
  "a character device": (path) => symlinkSync("/dev/zero", path),
};

function make(kind: string, name: string): void {
  mkdirSync(dirname(join(workshop.path, name)), { recursive: true });
  MAKE[kind]?.(join(workshop.path, name));
}

/** Apply site.pp without changing anything. */
async function applied(...options: string[]): Promise<string> {
  const { code, text } = await workshop.run([
    "apply",
    "--noop",
    `--hiera_config=${join(workshop.path, "hiera.yaml")}`,
    `--modulepath=${join(workshop.path, "modules")}`,
    ...options,
    ...(options.includes("-e") ? [] : [join(workshop.path, "site.pp")]),
  ]);
  return `${text}exit code ${code}`;
}

describe.each(Object.keys(MAKE))("%s is not read", (kind) => {
  const words = (name: string) => `WORKSHOP/${name} is ${kind}, not a regular file`;

  it.each([
    ["data/common.yaml", LOOKUP],
    ["hiera.yaml", LOOKUP],
    ["site.pp", ""],
    ["modules/m/manifests/init.pp", "include m"],
    ["modules/m/files/f", "notice(file('m/f'))"],
    ["modules/m/files/f", "notice(binary_file('m/f'))"],
    ["modules/m/templates/t.epp", "notice(epp('m/t.epp'))"],
    ["modules/m/functions/f.pp", "notice(m::f())"],
    ["modules/m/types/t.pp", "notice(M::T)"],
  ])("%s with %s", async (name, code) => {
    write("hiera.yaml", `${HIERA}  - { name: all, path: common.yaml }\n`);
    if (name !== "site.pp") write("site.pp", code);
    if (name === "hiera.yaml" || name === "site.pp") rmSync(join(workshop.path, name), { force: true });
    make(kind, name);
    expect(await applied()).toContain(words(name));
  });

  it("as a bundle, a catalog, facts or a template that a command line names", async () => {
    make(kind, "x.tar.gz");
    make(kind, "catalog");
    const path = (name: string) => join(workshop.path, name);
    expect((await workshop.run(["apply", path("x.tar.gz")])).text).toContain(words("x.tar.gz"));
    expect((await workshop.run(["apply", `--catalog=${path("catalog")}`])).text).toContain(words("catalog"));
    expect((await workshop.run(["validate", path("catalog")])).text).toContain(words("catalog"));
    expect((await workshop.run(["lookup", "k", `--facts=${path("catalog")}`])).text).toContain(
      words("catalog"),
    );
  });
});

describe("what stands for nearly everything", () => {
  it("/dev/null is an empty file", async () => {
    const text = await applied("-e", "notice([file('/nowhere', '/dev/null')])", "--hiera_config=/dev/null");
    expect(text).toContain("[]");
    expect(text).toContain("exit code 0");
  });

  it("braces of a glob", async () => {
    write("hiera.yaml", `${HIERA}  - { name: all, glob: '${"{a,b}".repeat(22)}.yaml' }\n`);
    write("site.pp", LOOKUP);
    expect(await applied()).toContain("stand for 4194304 names, more than 100000");
    write("hiera.yaml", `${HIERA}  - { name: all, glob: '${"{a,b}".repeat(8)}.yaml' }\n`);
    expect(await applied()).toContain("none");
  });

  it.each(["Hash", "Any"])("aliases of aliases, looked up as %s", async (type) => {
    const names = [..."abcdefgh"];
    const lines = names.map((name, at) => {
      const below = at === 0 ? "x" : `*${names[at - 1]}`;
      return `${name}: &${name} [${Array(9).fill(below).join(", ")}]`;
    });
    write("data/common.yaml", `${lines.join("\n")}\ni: [${Array(9).fill("*h").join(", ")}]\n`);
    write("hiera.yaml", `${HIERA}  - { name: all, path: common.yaml }\n`);
    write("site.pp", `$i = lookup('i', ${type})\n`);
    const text = await applied();
    expect(text).toContain("(WORKSHOP/data/common.yaml): its aliases stand for more than 10000000 values");
    expect(text).toContain("WORKSHOP/data/common.yaml:8:8");
  });
});

describe("--timeout", () => {
  it.each([
    ["notice('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ /^(a+)+$/)", 1],
    [
      "class c(Pattern[/^(a|aa)+$/] $x) { }\nclass { 'c': x => 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' }",
      1,
    ],
    ["Integer[1, 100000000000].each |$x| { }", 1],
    ["generate('/bin/sleep', '600')", 1],
  ])("ends %s, and names the line", async (code, line) => {
    write("site.pp", code);
    const text = await applied("--timeout=0.5");
    expect(text).toContain("Compilation took longer than --timeout allows (0.5 seconds)");
    expect(text).toContain(`line: ${line}`);
    expect(text).toContain("exit code 1");
  });

  it("bounds looking up data", async () => {
    write("data/common.yaml", `k0: xxxxxxxxxx\n${chain(30)}`);
    write("hiera.yaml", `${HIERA}  - { name: all, path: common.yaml }\n`);
    const options = [`--hiera_config=${join(workshop.path, "hiera.yaml")}`, "--timeout=0.5"];
    const { text } = await workshop.run(["lookup", "k30", ...options]);
    expect(text).toContain("Compilation took longer than --timeout allows (0.5 seconds)");
  });
});

/** Keys of which each has the one before it nine times. */
function chain(length: number): string {
  const key = (at: number) => `k${at}: "${`%{lookup('k${at - 1}')}`.repeat(9)}"\n`;
  return Array.from({ length }, (_, at) => key(at + 1)).join("");
}
