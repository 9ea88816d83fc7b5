import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Compilation } from "../../src/evaluate/compilation.ts";
import { renderEpp } from "../../src/evaluate/epp.ts";
import { Scope } from "../../src/evaluate/scope.ts";
import { putFile } from "../../src/report/put-file.ts";
import { Redactor } from "../../src/report/redactor.ts";
import { Source } from "../../src/source/source.ts";
import { Workshop } from "../cli/program.ts";
import { compilation } from "../evaluate/evaluator.ts";
import { MemoryMachine } from "../machine/memory.ts";

const SRC = resolve(import.meta.dirname, "../../src");
const WRITES =
  /\b(?:writeFileSync|writeFile|appendFileSync|appendFile|createWriteStream|writeSync|replaceFile)\(/;

/** All code that writes files, and why no secret gets into them by it. Whoever adds to it says so here. */
const WRITERS: Readonly<Record<string, string>> = {
  "boot/write-state.ts": "what boot knows of itself: no text of a manifest",
  "bundle/staging-tree.ts": "a bundle's own files, unpacked for the time of a run",
  "boot/boot-log.ts": "the console: the log, which the redactor has seen",
  "cli/bundle/run.ts": "bundles: files of the site as they are, secrets encrypted",
  "cli/log-destinations.ts": "the log, which the redactor has seen",
  "cli/secrets/createkeys.ts": "the keys that were asked for",
  "cli/secrets/edit.ts": "a data file being edited, for its owner alone",
  "cli/terminal.ts": "standard output and error: what commands have redacted",
  "functions/stdlib/validate-text.ts":
    "the text to be checked, for its owner alone, as the manifest wants it",
  "report/put-file.ts":
    "the one way to files of a run: report, summary, classes, resources, graphs, schedules",
  "secrets/file/replace-file.ts": "data files, secrets encrypted",
};

describe("what writes files", () => {
  it("is all known, and says why it gives no secret away", () => {
    const found = readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.startsWith("machine/") && !file.startsWith("ruby/"))
      .filter((file) => WRITES.test(readFileSync(join(SRC, file), "utf8")));
    expect(found.sort()).toEqual(Object.keys(WRITERS).sort());
  });

  it("redacts every text of a run's files", async () => {
    const redactor = new Redactor();
    redactor.register("canary-7hq2klm9xtr4");
    const machine = new MemoryMachine();
    await putFile("/state/x", "notify[with canary-7hq2klm9xtr4]\n", 0o640, { machine, redactor });
    expect(String(machine.readFile("/state/x"))).toBe("notify[with [redacted]]\n");
  });
});

describe("a value that is no text", () => {
  it("is in the report as it is in the log", async () => {
    const workshop = new Workshop();
    const path = join(workshop.path, "report");
    const code = "notify { 'a': message => { 'k' => ['v', { 'w' => undef }] } }";
    await workshop.run(["apply", "-e", code, `--lastrunreport=${path}`]);
    const text = readFileSync(path, "utf8");
    workshop.remove();
    expect(text).toMatch(/desired_value:\n\s+k:\n\s+- v\n\s+- w:/);
    expect(text).not.toMatch(/\[object|undefined/);
  });
});

describe("a parser's words", () => {
  it("are left out when the text that it quotes holds a secret", () => {
    const fail = (holdsSecret: boolean) => {
      const started = compilation([]);
      const scope = new Scope({ ...started, holdsSecret: () => holdsSecret } as Compilation);
      const source = new Source("<%= $canary-7hq2klm9xtr4 %>");
      return () => renderEpp({ function: "inline_epp", source, scope, parameters: undefined });
    };
    expect(fail(false)).toThrow("7hq2klm9xtr4");
    expect(fail(true)).toThrow(
      "inline_epp(): Invalid EPP: a syntax error, which is not quoted as the text holds a secret",
    );
    expect(fail(true)).not.toThrow("7hq2");
  });
});
