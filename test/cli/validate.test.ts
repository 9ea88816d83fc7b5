import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runValidate } from "../../src/cli/validate/validate.ts";

const folder = mkdtempSync(join(tmpdir(), "validate-"));
const FILES: Readonly<Record<string, string | Buffer>> = {
  "good.pp": "$x = 1\n",
  "syntax.pp": "$x = 1\n  }\n",
  "end.pp": "notice(",
  "warn.pp": "$x = {a=>1,a=>2}\n",
  "many.pp": "class a { 1 }\nfile { a => 1}\n$x = {a=>1,a=>2}\n",
  "bytes.pp": Buffer.from('$x = "\xff"\n', "latin1"),
  "good.epp": "a\n<%= $x %>\n",
  "bad.epp": "a\n<%= $x y %>",
  "sub/inner.pp": "class b {",
  "twice.pp": "class a { }\ndefine a() { }\n",
  "metaparameters.pp": "define b($tag = 1) { }\nclass c($loglevel) { }\n",
  "modules/m/manifests/init.pp": "class m { }\n",
  "modules/m/manifests/other.pp": "class m::another { }\n",
  "modules/m/examples/init.pp": "include m\n",
};
for (const name of Object.keys(FILES)) mkdirSync(dirname(join(folder, name)), { recursive: true });
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);

const at = (name: string) => join(folder, name);
const NO_EFFECT =
  "has no effect. A value was produced and then forgotten (one or more preceding expressions may have the wrong form)";

/** The lines of `puppet parser validate` and `puppet epp validate`. */
const ROWS: readonly (readonly [string, number, readonly string[]])[] = [
  ["good.pp", 0, []],
  ["good.epp", 0, []],
  [
    "syntax.pp",
    1,
    [
      `Error: Could not parse for environment production: Syntax error at '}' (file: ${at("syntax.pp")}, line: 2, column: 3)`,
    ],
  ],
  [
    "end.pp",
    1,
    [
      `Error: Could not parse for environment production: Syntax error at end of input (file: ${at("end.pp")})`,
    ],
  ],
  [
    "warn.pp",
    0,
    [`Warning: The key 'a' is declared more than once (file: ${at("warn.pp")}, line: 1, column: 13)`],
  ],
  [
    "many.pp",
    1,
    [
      `Warning: The key 'a' is declared more than once (file: ${at("many.pp")}, line: 3, column: 13)`,
      `Error: This Block Expression ${NO_EFFECT} (file: ${at("many.pp")}, line: 2, column: 1)`,
      `Error: This Literal Integer has no effect. A Host Class Definition can not end with a value-producing expression without other effect (file: ${at("many.pp")}, line: 1, column: 11)`,
      `Error: This expression is invalid. Did you try declaring a 'file' resource without a title? (file: ${at("many.pp")}, line: 2, column: 1)`,
      "Error: Language validation logged 3 errors, and 1 warnings. Giving up",
    ],
  ],
  [
    "bytes.pp",
    1,
    [
      `Error: Could not parse for environment production: invalid byte sequence in UTF-8 (file: ${at("bytes.pp")}, line: 1, column: 7)`,
    ],
  ],
  [
    "twice.pp",
    1,
    [
      `Error: 'a' is already defined (file: ${at("twice.pp")}, line: 1) as a class; cannot redefine as a definition (file: ${at("twice.pp")}, line: 2)`,
    ],
  ],
  [
    "metaparameters.pp",
    1,
    [
      "Warning: tag is a metaparam; this value will inherit to all contained resources in the b definition",
      "Error: loglevel is a metaparameter; please choose another parameter name in the c definition",
    ],
  ],
  ["bad.epp", 1, [`Error: Syntax error at 'y' (file: ${at("bad.epp")}, line: 2, column: 8)`]],
  ["missing.pp", 1, ["Error: One or more file(s) specified did not exist:", `   ${at("missing.pp")}`]],
  [
    "sub",
    1,
    [
      `Error: Could not parse for environment production: Syntax error at end of input (file: ${at("sub/inner.pp")})`,
    ],
  ],
];

describe("validate", () => {
  it.each(ROWS)("%s", (name, exitCode, lines) => {
    const result = runValidate({ files: [at(name)], json: false });
    expect(result).toEqual({ out: "", err: lines.map((line) => `${line}\n`).join(""), exitCode });
  });

  it("wants definitions where they are looked for", () => {
    const { err } = runValidate({ files: [at("modules")], json: false, modulepath: [at("modules")] });
    const misplaced = (file: string, what: string) =>
      `Error: Could not parse for environment production: ${what} (file: ${file}, line: 1, column: 1)`;
    const other = at("modules/m/manifests/other.pp");
    expect(err.trimEnd().split("\n")).toEqual([
      misplaced(
        at("modules/m/examples/init.pp"),
        "This Function Call is unacceptable as a top level construct in this location",
      ),
      misplaced(other, `Unacceptable location. The name 'm::another' is unacceptable in file '${other}'`),
    ]);
  });

  it("tells the failures as JSON", () => {
    const { out, err, exitCode } = runValidate({
      files: [at("good.pp"), at("syntax.pp"), at("many.pp")],
      json: true,
    });
    const data = JSON.parse(out) as Record<string, { issues: unknown[] }>;
    expect(Object.keys(data)).toEqual([at("syntax.pp"), at("many.pp")]);
    expect(data[at("syntax.pp")]).toMatchObject({
      issue_code: "SYNTAX_ERROR",
      message: "Syntax error at '}'",
      file: at("syntax.pp"),
      line: 2,
      pos: 3,
    });
    expect(data[at("many.pp")]?.issues).toHaveLength(3);
    expect(err).toContain("Warning: The key 'a' is declared more than once");
    expect(exitCode).toBe(1);
  });

  it("says nothing but an empty object when all is well", () => {
    expect(runValidate({ files: [at("good.pp")], json: true })).toEqual({
      out: "{}\n",
      err: "",
      exitCode: 0,
    });
  });

  it("takes plans with tasks and duplicates as errors when strict", () => {
    writeFileSync(at("plan.pp"), "plan a() { }\n");
    expect(runValidate({ files: [at("plan.pp")], json: false }).exitCode).toBe(1);
    expect(runValidate({ files: [at("plan.pp")], json: false, tasks: true }).exitCode).toBe(0);
    expect(runValidate({ files: [at("warn.pp")], json: false, strict: "error" }).exitCode).toBe(1);
    expect(runValidate({ files: [at("warn.pp")], json: false, strict: "off" }).err).toBe("");
  });
});
