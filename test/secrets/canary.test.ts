import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";
import { readCertificate } from "../../src/secrets/pkcs7/certificate.ts";
import { encryptTo } from "../../src/secrets/pkcs7/cryptography.ts";
import { fixture, fixtureText } from "./fixtures.ts";

/** A secret with everything that quoting changes. */
const CANARY = `c4N"ary'$ecret&<7> \\x`;
const PEM = "-----BEGIN CANARY-----\nMIIcanarylineone\nMIIcanarylinetwo\n-----END CANARY-----\n";

/** What must never be seen, though manifests and commands make all of it. */
const FORMS: Readonly<Record<string, string>> = {
  "as it is": CANARY,
  "in JSON": JSON.stringify(CANARY).slice(1, -1),
  "in lower case": CANARY.toLowerCase(),
  "in base64": Buffer.from(CANARY).toString("base64").slice(0, -4),
  "in base64, after one octet": Buffer.from(`:${CANARY}`).toString("base64").slice(4, -4),
  "in a shell's single quotes": CANARY.replaceAll("'", `'\\''`),
  "in a URL": encodeURIComponent(CANARY),
  "a line of several": "MIIcanarylinetwo",
};

/** Functions of a module, in Ruby: a secret goes through them too. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  base64: "def base64(_action, text, _way) [text].pack('m0') end",
  to_json: "def to_json(data) require 'json'; data.to_json end",
  uriescape:
    "def uriescape(text) text.gsub(/[^A-Za-z0-9_.!~*'()-]/) { |found| found.bytes.map { |byte| format('%%%02X', byte) }.join } end",
};

const MANIFEST = `
$secret = lookup('secret')
$pem = lookup('pem')
notify { 'plain': message => "it is \${secret}!" }
notify { 'lines': message => $pem }
notify { 'within': message => "\${{ 'a' => [$secret] }}" }
notify { 'base64': message => base64('encode', $secret, 'strict') }
notify { 'user': message => base64('encode', ":\${secret}", 'strict') }
notify { 'json': message => to_json({ 'a' => $secret }) }
notify { 'url': message => uriescape($secret) }
notify { "title \${secret}": }
file { '@ROOT@/file': content => "old\\n\${secret}\\n" }
file { '@ROOT@/sensitive': content => Sensitive($secret) }
exec { 'output': command => ['/bin/echo', $secret], logoutput => true }
exec { 'encoded': command => 'printf %s "$SECRET" | base64 -w0', environment => ["SECRET=\${secret}"], provider => shell, logoutput => true }
exec { 'failing': command => "/bin/echo '\${secret}'; /bin/false", provider => shell }
warning("warned of \${secret}")
debug("debugged \${secret}")
`;

const root = mkdtempSync(join(tmpdir(), "canary-"));
let said = "";

async function run(...argv: string[]): Promise<number> {
  const write = (text: string) => {
    said += text;
  };
  const folders = ["vardir", "rundir", "confdir", "codedir"].map((name) => `--${name}=${join(root, name)}`);
  const terminal = { out: write, err: write, isTerminal: false };
  return runCommandLine([argv[0]!, ...folders, ...argv.slice(1)], "nostrings", terminal);
}

function site(manifest: string): string {
  const folder = join(root, "site");
  const functions = "modules/ours/lib/puppet/functions";
  for (const part of ["manifests", "data", functions]) mkdirSync(join(folder, part), { recursive: true });
  for (const [name, body] of Object.entries(FUNCTIONS)) {
    const text = `Puppet::Functions.create_function(:${name}) do\n  ${body}\nend\n`;
    writeFileSync(join(folder, functions, `${name}.rb`), text);
  }
  const certificate = readCertificate(fixtureText("pkcs7/public.pem"), "fixture");
  const token = (text: string) => `ENC[PKCS7,${encryptTo([certificate], text).toString("base64")}]`;
  writeFileSync(join(folder, "manifests/site.pp"), manifest.replaceAll("@ROOT@", root));
  writeFileSync(join(folder, "data/common.yaml"), `secret: ${token(CANARY)}\npem: ${token(PEM)}\n`);
  const options = `{ pkcs7_private_key: ${fixture("pkcs7/private.pem")} }`;
  writeFileSync(
    join(folder, "hiera.yaml"),
    `version: 5\nhierarchy:\n  - {name: all, path: common.yaml, lookup_key: eyaml_lookup_key, options: ${options}}\n`,
  );
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe("a secret is nowhere to be seen", () => {
  beforeAll(async () => {
    const folder = site(MANIFEST);
    writeFileSync(join(root, "file"), "old\nsomething\n");
    const logs = `--logdest=console,${root}/logs/run.log,${root}/logs/run.json`;
    await run("compile", folder);
    await run("apply", "--noop", "--debug", "--show-diff", logs, folder);
    await run("apply", "--debug", "--show-diff", logs, folder);
    await run("lookup", "--site", folder, "--explain", "secret");
    await run("apply", "--debug", site(`fail("no \${lookup('secret')} here")`));
    await run("apply", "--debug", site(`file { lookup('secret'): ensure => present }`));
    await run("apply", "--debug", site(`notify { 'x': nonsense => lookup('secret') }`));
    await run("apply", "--debug", site(`Integer(lookup('secret'))`));
    await run("apply", "--debug", site(`include(lookup('secret'))`));
    await run("compile", site(`fail("no \${lookup('secret')} here")`));
    await run("lookup", "--site", folder, "--type", "Integer", "secret");
  }, 60_000);

  test("though it was put to use", () => {
    expect(readFileSync(join(root, "file"), "utf8")).toContain(CANARY);
    expect(readFileSync(join(root, "sensitive"), "utf8")).toBe(CANARY);
    expect(said.match(/\[redacted\]/g)?.length).toBeGreaterThan(20);
    expect(said).toContain("/Stage[main]/Main/Exec[output]/returns");
  });

  test.each(Object.keys(FORMS))("%s", (form) => {
    const reports = ["vardir", "rundir", "logs"].flatMap((name) => filesIn(join(root, name)));
    expect(reports.length).toBeGreaterThan(2);
    for (const [name, text] of [
      ["the terminal", said],
      ...reports.map((path) => [path, readFileSync(path, "utf8")]),
    ]) {
      const at = text!.indexOf(FORMS[form]!);
      expect(at < 0 ? "" : `${name}: ${text!.slice(Math.max(0, at - 80), at + 80)}`).toBe("");
    }
  });
});

test("a catalog without its secrets is not applied", async () => {
  const catalog = join(root, "catalog.json");
  said = "";
  await run("compile", site("notify { lookup('secret'): }"));
  writeFileSync(catalog, said.slice(said.indexOf("{")));
  expect(await run("apply", "--noop", `--catalog=${catalog}`)).toBe(1);
  expect(said).toContain("The catalog has [redacted] in place of secrets");
});
