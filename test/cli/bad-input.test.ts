import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workshop } from "./program.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

function write(name: string, content: string | Uint8Array): string {
  const path = join(workshop.path, name);
  writeFileSync(path, content);
  return path;
}

/** Manifests that cannot be compiled, and what is said of them; `node` stands for the node's name. */
const UNCOMPILABLE: readonly (readonly [what: string, code: string, said: string])[] = [
  [
    "a syntax error",
    "$x = [1,\n}",
    "Error: Could not parse for environment production: Syntax error at '}' (line: 2, column: 1) on node node\n  2 | }\n    | ^\n",
  ],
  [
    "an unknown type",
    "fil { 'x': }",
    "Unknown resource type: 'fil' (line: 1, column: 1) on node node\n  1 | fil { 'x': }\n    | ^^^^^^^^^^^^\n  Did you mean 'file'?\n",
  ],
  ["an unknown function", "nottice('x')", "Unknown function: 'nottice'. (line: 1, column: 1) on node node"],
  [
    "an unknown class",
    "include nowhere",
    "Could not find class ::nowhere for node (line: 1, column: 1) on node node",
  ],
  ["an unknown parameter", "file { '/x': contnt => 1 }", "no parameter named 'contnt'"],
  ["an unknown parameter: near names", "file { '/x': contnt => 1 }", "Did you mean 'content'?"],
  [
    "a parameter of the wrong type",
    "class a(Integer $x) {} class { 'a': x => 's' }",
    "Class[A]: parameter 'x' expects an Integer value, got String",
  ],
  ["an unknown variable under strict_variables", "notice($x)", "Unknown variable: 'x'."],
  [
    "a duplicate declaration, with both places",
    "notify { 'a': }\nnotify { 'a': }",
    "Duplicate declaration: Notify[a] is already declared at (line: 1); cannot redeclare (line: 2) (line: 2, column: 1)",
  ],
  [
    "a cycle, with the reason of every step",
    "notify { 'a': require => Notify['b'] }\nnotify { 'b': }\nNotify['a'] -> Notify['b']",
    "(Notify[a] => Notify[b] => Notify[a])",
  ],
  [
    "a reference to nothing",
    "notify { 'a': require => File['/nope'] }",
    "Could not find resource 'File[/nope]' in parameter 'require'",
  ],
  ["endless recursion", "function f($x) { f($x) } f(1)", "stack level too deep"],
];

describe("what cannot be compiled ends with 1, and says what, where and what to do", () => {
  it.each(UNCOMPILABLE)("%s", async (_, code, said) => {
    const ended = await workshop.run(["apply", "--certname=node", "--strict_variables", "-e", code]);
    expect(ended.text).toContain(said);
    expect(ended.text).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(ended.code).toBe(1);
  });

  it("tells the reason of every step of a cycle", async () => {
    const code = UNCOMPILABLE.find(([what]) => what.startsWith("a cycle"))![1];
    const { text } = await workshop.run(["apply", "-e", code]);
    expect(text).toContain(":1:15: Notify[b] comes before Notify[a]: parameter 'require' of Notify[a]");
    expect(text).toMatch(/:3:13: Notify\[a\] comes before Notify\[b\]: .*'->'/);
  });

  it("an endless loop, when --timeout bounds it", async () => {
    const code = "Integer[0, 1000000000].each |$x| { $y = $x }";
    const ended = await workshop.run(["apply", "--timeout=0.2", "-e", code]);
    expect(ended.text).toContain("Compilation took longer than --timeout allows");
    expect(ended.code).toBe(1);
  });
});

describe("files that are not as they should be", () => {
  it("a missing manifest", async () => {
    const ended = await workshop.run(["apply", join(workshop.path, "none.pp")]);
    expect(ended).toEqual({ code: 1, text: "Error: Could not run: Could not find file WORKSHOP/none.pp\n" });
  });

  it("invalid UTF-8", async () => {
    const manifest = write("latin1.pp", Buffer.from("notice('caf\xe9')", "latin1"));
    const ended = await workshop.run(["apply", "--certname=node", manifest]);
    expect(ended.text).toContain(
      "invalid byte sequence in UTF-8 (file: WORKSHOP/latin1.pp, line: 1, column: 12) on node node",
    );
    expect(ended.code).toBe(1);
  });

  it.skipIf(process.getuid?.() === 0)("an unreadable directory of manifests", async () => {
    const manifests = join(workshop.path, "manifests");
    mkdirSync(manifests, { mode: 0 });
    const ended = await workshop.run(["apply", manifests]);
    chmodSync(manifests, 0o700);
    expect(ended.text).toContain("ermission denied");
    expect(ended.code).toBe(1);
  });

  it("a catalog that is none", async () => {
    const ended = await workshop.run(["apply", "--catalog", write("c.json", '{"resources": [')]);
    expect(ended.text).toContain("Could not intern from data");
    expect(ended.code).toBe(1);
  });

  it("a facts file that is none", async () => {
    const ended = await workshop.run(["apply", "--facts", write("facts.yaml", "a: [1"), "-e", ""]);
    expect(ended.text).toContain("WORKSHOP/facts.yaml");
    expect(ended.code).toBe(1);
  });
});

describe("a machine that does not let itself be changed", () => {
  it("an unwritable target fails that resource, skips what depends on it, and spares the rest", async () => {
    const code = `
      file { '/proc/nostrings-cannot-write': content => 'x' }
      -> notify { 'after': }
      file { '${workshop.path}/spared': content => 'y' }`;
    const ended = await workshop.run(["apply", "-e", code]);
    expect(ended.text).toContain(
      "File[/proc/nostrings-cannot-write]/ensure: change from 'absent' to 'file' failed",
    );
    expect(ended.text).toContain("Notify[after]: Skipping because of failed dependencies");
    expect(readFileSync(join(workshop.path, "spared"), "utf8")).toBe("y");
    expect(ended.code).toBe(6);
  });

  it("failures alone end with 4, and as puppet with 0", async () => {
    const apply = ["apply", "-e", "file { '/proc/nostrings-cannot-write': content => 'x' }"];
    expect((await workshop.run(apply)).code).toBe(4);
    expect((await workshop.run(apply, "puppet")).code).toBe(0);
    expect((await workshop.run([...apply, "--detailed-exitcodes"], "puppet")).code).toBe(4);
  });

  it("a command that hangs", async () => {
    const ended = await workshop.run(["apply", "-e", "exec { '/bin/sleep 30': timeout => 1 }"]);
    expect(ended.text).toContain("Command exceeded timeout");
    expect(ended.code).toBe(4);
  });
});

describe("changes end with 0, and with 2 when asked", () => {
  it.each([
    ["nostrings", [], 0],
    ["nostrings", ["--detailed-exitcodes"], 2],
    ["puppet", [], 0],
    ["puppet", ["--detailed_exitcodes"], 2],
  ])("%s %j", async (program, options, code) => {
    const target = join(workshop.path, "target");
    const apply = ["apply", ...options, "-e", `file { '${target}': content => 'x' }`];
    expect((await workshop.run(apply, program)).code).toBe(code);
    expect(existsSync(target)).toBe(true);
    expect((await workshop.run(apply, program)).code).toBe(0);
  });
});
