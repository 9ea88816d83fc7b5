import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";

/** What a class parameter of a type becomes whose secret cannot be decrypted, as the catalog shows it. */
async function compiled(type: string, options = ""): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "stub-"));
  for (const folder of ["data", "manifests"]) mkdirSync(join(root, folder));
  const folders = ["confdir", "codedir", "vardir"].map((name) => `--${name}=${join(root, name)}`);
  writeFileSync(
    join(root, "hiera.yaml"),
    "version: 5\nhierarchy:\n  - {name: a, path: a.yaml, lookup_key: eyaml_lookup_key}\n",
  );
  writeFileSync(join(root, "data/a.yaml"), `c::p: ENC[PKCS7,AAAA]\nlookup_options: {'c::p': {${options}}}\n`);
  writeFileSync(join(root, "manifests/site.pp"), `class c(${type} $p) { notify { "=\${p}": } }\ninclude c\n`);
  const said = { out: "", err: "" };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    isTerminal: false,
  };
  await runCommandLine(["compile", "--stub-secrets", ...folders, root], "nostrings", terminal);
  return /"title": "=(.*)"/.exec(said.out)?.[1] ?? said.err;
}

describe("compiling without keys puts something fitting in place of secrets", () => {
  test.each([
    ["String", "", "stub-secret:c::p"],
    ["String[40]", "", /^stub-secret:c::p-+$/],
    ["String[1, 5]", "", "stub-"],
    ["Sensitive[String]", "convert_to: Sensitive", "Sensitive [value redacted]"],
    ["Sensitive[String[40]]", "convert_to: Sensitive", "Sensitive [value redacted]"],
    ["Integer[1024]", "", "1024"],
    ["Integer", "convert_to: Integer", "0"],
    ["Enum['a', 'b']", "", "a"],
    ["Boolean", "", "false"],
    ["Pattern[/^\\/\\w/]", "", "/stub/secret"],
    ["Pattern[/^[a-f0-9]{64}$/]", "", /^[a-f0-9]{64}$/],
    ["Pattern[/^nobody knows$/]", "", /expects a match for Pattern/],
  ])("%s, %s", async (type, options, expected) => expect(await compiled(type, options)).toMatch(expected));
});
