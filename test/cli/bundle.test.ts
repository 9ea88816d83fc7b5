import { execFileSync } from "node:child_process";
import {
  cpSync,
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
import { generateKey } from "openpgp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "bundle-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const PLACES = ["confdir", "codedir", "vardir", "rundir"].map((name) => `--${name}=${at(name)}`);

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function nostrings(...argv: string[]): Promise<Said> {
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
  const code = await runCommandLine([...argv, ...PLACES], "nostrings", terminal);
  return { code, ...said };
}

beforeAll(async () => {
  for (const part of ["manifests", "modules", "hiera", "hiera.yaml"]) {
    cpSync(join(PROJECT, part), at(`site/${part}`), { recursive: true });
  }
  for (const name of ["ann", "bob"]) {
    const made = await generateKey({ userIDs: [{ name }], passphrase: "open" });
    writeFileSync(at(`${name}.key`), made.privateKey);
    writeFileSync(at(`${name}.asc`), made.publicKey);
  }
  writeFileSync(at("passphrase"), "open\n");
});

const make = (name: string, ...more: string[]) => nostrings("bundle", at("site"), "-o", at(name), ...more);
const sign = (name: string) => ["--sign", at(`${name}.key`), "--passphrase-file", at("passphrase")];

/** The signature in a bundle. */
function signatureIn(name: string): string {
  return execFileSync("tar", ["xOf", at(name), ".nostrings/inventory.json.asc"], { encoding: "utf8" });
}

describe("nostrings bundle", () => {
  it("makes one of the example site below 100 KB", async () => {
    const { code, out } = await make("app.nsb", ...sign("ann"));
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/app\.nsb: \d+ files in \d+ bytes, SHA-256 of the bundle [0-9a-f]{64}/),
    ]);
    expect(readFileSync(at("app.nsb")).length).toBeLessThan(100_000);
  });

  it("checks one, and unpacks it", async () => {
    const { code, out } = await nostrings(
      "bundle",
      "--unpack",
      at("unpacked"),
      at("app.nsb"),
      "--trust",
      at("ann.asc"),
    );
    expect([code, out]).toEqual([0, expect.stringContaining("as their inventory says; signed by ann (")]);
    expect(readFileSync(at("unpacked/hiera.yaml"))).toEqual(readFileSync(at("site/hiera.yaml")));
    const refused = await nostrings(
      "bundle",
      "--unpack",
      at("refused"),
      at("app.nsb"),
      "--trust",
      at("bob.asc"),
    );
    expect([refused.code, existsSync(at("refused"))]).toEqual([1, false]);
  });

  it("makes the same signed bundle again at a given time", async () => {
    const now = `${Math.floor(Date.now() / 1000)}`;
    vi.stubEnv("SOURCE_DATE_EPOCH", now);
    await make("once.nsb", ...sign("ann"));
    await make("twice.nsb", ...sign("ann"));
    vi.unstubAllEnvs();
    expect(readFileSync(at("twice.nsb"))).toEqual(readFileSync(at("once.nsb")));
    expect((await nostrings("bundle", "--verify", at("once.nsb"), "--trust", at("ann.asc"))).code).toBe(0);
  });

  it("takes a signature made elsewhere", async () => {
    await make("other.nsb", ...sign("bob"));
    const signature = at("signature.asc");
    writeFileSync(signature, signatureIn("other.nsb"));
    await make("again.nsb", "--signature", signature);
    expect(readFileSync(at("again.nsb"))).toEqual(readFileSync(at("other.nsb")));
  });

  it.each<[string, string[], string]>([
    ["no output", ["bundle", at("site")], "bundle needs --output FILE"],
    ["no site", ["bundle", at("none"), "-o", at("x")], `Could not find file ${at("none")}`],
    [
      "a locked key",
      ["bundle", at("site"), "-o", at("x"), "--sign", at("ann.key")],
      "is locked by a passphrase",
    ],
    [
      "a public key",
      ["bundle", at("site"), "-o", at("x"), "--sign", at("ann.asc")],
      "No OpenPGP private key",
    ],
    [
      "no executable",
      ["bundle", at("site"), "-o", at("x"), "--standalone"],
      "--standalone needs --executable FILE",
    ],
    ["no bundle", ["bundle", "--verify", at("ann.key")], "Not a tar archive"],
  ])("tells of %s", async (_, argv, message) => {
    const { code, err } = await nostrings(...argv);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(existsSync(at("x"))).toBe(false);
  });

  it("warns of private keys in clear", async () => {
    mkdirSync(at("site/modules/profile/files/keys"));
    const key = at("site/modules/profile/files/keys/host.pem");
    writeFileSync(key, "-----BEGIN RSA PRIVATE KEY-----\n");
    const { code, err } = await make("keys.nsb");
    expect([code, err]).toEqual([0, expect.stringContaining("keys/host.pem holds a private key in clear")]);
    rmSync(at("site/modules/profile/files/keys"), { recursive: true });
  });
});

describe("a bundle as a target", () => {
  it("compiles to the catalog of its site", async () => {
    const facts = ["--fact", "role=web", "--node", "a.example.com"];
    const resources = async (target: string, ...more: string[]) => {
      const { code, out } = await nostrings("compile", at(target), ...facts, ...more);
      expect(code).toBe(0);
      return (JSON.parse(out) as { resources: { type: string; title: string }[] }).resources.map(
        ({ type, title }) => `${type}[${title}]`,
      );
    };
    expect(await resources("app.nsb", "--trust", at("ann.asc"))).toEqual(await resources("site"));
  });

  it.each<[string, string[], number, string]>([
    ["signed and trusted", ["--trust", at("ann.asc")], 0, ""],
    ["signed, nobody is trusted", [], 0, "is not checked, because no key is trusted"],
    [
      "signed, a signature is required, nobody is trusted",
      ["--require-signature"],
      1,
      "and no key is trusted",
    ],
    ["signed by another", ["--trust", at("bob.asc")], 1, "which is not trusted"],
    ["for another environment", ["--environment=test"], 1, "is for the environment 'production', not 'test'"],
  ])("%s", async (_, argv, code, message) => {
    const said = await nostrings("apply", at("app.nsb"), "--noop", ...argv);
    expect([said.code, said.err]).toEqual([code, expect.stringContaining(message)]);
    expect(readdirSync(at("rundir"))).toEqual([]);
  });
});
