import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Values encrypted by the real tools are read here, and the reverse: hiera-eyaml for PKCS7, gpg 2.2 for OpenPGP. */
const MAIN = join(import.meta.dirname, "../../src/main.ts");
const root = mkdtempSync(join(tmpdir(), "interop-"));
const home = join(root, "gnupg");
const file = join(root, "data/common.eyaml");
const TEXTS = [
  ["a plain text", "plain"],
  ["more than ASCII", "ünïcödé ✓"],
  ["quotes and a dollar", "with \"quotes\" and 'others' $x"],
  ["a long text", "x".repeat(5000)],
  ["two lines", "two\nlines"],
] as const;

async function nostrings(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await execa(process.execPath, [MAIN, ...args], { cwd: root, env });
  return stdout;
}

async function eyaml(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await execa("eyaml", args, { cwd: root, env });
  return stdout;
}

async function gpg(args: readonly string[], input: string | Buffer = ""): Promise<Buffer> {
  const { stdout } = await execa(
    "gpg",
    ["--homedir", home, "--batch", "--quiet", "--trust-model", "always", ...args],
    {
      input,
      encoding: "buffer",
    },
  );
  return Buffer.from(stdout);
}

async function generate(name: string, extra = "%no-protection"): Promise<void> {
  const parameters = ["Key-Type: RSA", "Key-Length: 2048", "Subkey-Type: RSA", "Subkey-Length: 2048"];
  const owner = [`Name-Real: ${name}`, `Name-Email: ${name}@example.com`, "Expire-Date: 0"];
  await gpg(
    ["--pinentry-mode", "loopback", "--gen-key"],
    [...parameters, ...owner, extra, "%commit", ""].join("\n"),
  );
}

beforeAll(async () => {
  for (const folder of ["data", "manifests"]) mkdirSync(join(root, folder));
  mkdirSync(home, { mode: 0o700 });
  const pkcs7 = "pkcs7_private_key: keys/private_key.pkcs7.pem, pkcs7_public_key: keys/public_key.pkcs7.pem";
  const options = `{${pkcs7}, gpg_gnupghome: ${home}, gpg_recipients: "prod@example.com,dev@example.com"}`;
  writeFileSync(
    join(root, "hiera.yaml"),
    `version: 5\ndefaults: {datadir: data}\nhierarchy:\n- {name: a, path: common.eyaml, lookup_key: eyaml_lookup_key, options: ${options}}\n- {name: b, path: whole.gpg, data_hash: gpg_data, options: ${options}}\n`,
  );
  await eyaml(["createkeys"]);
  await generate("prod");
  await generate("dev");
  await generate("locked", "Passphrase: open sesame");
});

afterAll(async () => {
  await execa("gpgconf", ["--homedir", home, "--kill", "gpg-agent"], { reject: false });
  rmSync(root, { recursive: true });
});

describe("PKCS7 beside hiera-eyaml", () => {
  test.each(TEXTS)("%s: encrypted there, read here", async (_, text) => {
    const token = await eyaml(["encrypt", "-s", text, "-o", "string"]);
    expect(await nostrings(["secrets", "decrypt", "-s", token])).toBe(text);
    const block = await eyaml(["encrypt", "-s", text, "-o", "block", "-l", "it"]);
    writeFileSync(file, `---\n${block}\n`);
    expect(JSON.parse(await nostrings(["lookup", "--render-as", "json", "it"]))).toBe(text);
  });

  test.each(TEXTS)("%s: encrypted here, read there", async (_, text) => {
    const token = await nostrings(["secrets", "encrypt", "-s", text, "-o", "string"]);
    expect(await eyaml(["decrypt", "-s", token])).toBe(text);
    const block = await nostrings(["secrets", "encrypt", "-s", text, "-o", "block", "-l", "it"]);
    writeFileSync(file, `---\n${block}\n`);
    expect(await eyaml(["decrypt", "-e", file])).toContain(`DEC::PKCS7[${text}]!`);
  });

  test("keys made here are used there", async () => {
    const pair = ["--pkcs7-private-key", "own/private.pem", "--pkcs7-public-key", "own/public.pem"];
    await nostrings(["secrets", "createkeys", "--pkcs7-subject", "/CN=own", ...pair]);
    const token = await eyaml(["encrypt", "-s", "both ways", "-o", "string", ...pair]);
    expect(await eyaml(["decrypt", "-s", token, ...pair])).toBe("both ways");
    expect(await nostrings(["secrets", "decrypt", "-s", token, ...pair])).toBe("both ways");
  });

  test("edited here, read there; edited there, read here", async () => {
    const editor = join(root, "editor");
    writeFileSync(editor, `#!/bin/sh\nsed -i 's/\\[first\\]/[changed]/; $a new: DEC::PKCS7[added]!' "$1"\n`);
    chmodSync(editor, 0o755);
    const original = `---\na: ${await eyaml(["encrypt", "-s", "first", "-o", "string"])}\nb: ${await eyaml(["encrypt", "-s", "kept", "-o", "string"])}\n`;
    const expected = "---\na: DEC::PKCS7[changed]!\nb: DEC::PKCS7[kept]!\nnew: DEC::PKCS7[added]!";
    const kept = /^b: .*$/m.exec(original)![0];
    for (const [change, read] of [
      [nostrings, eyaml],
      [eyaml, nostrings],
    ] as const) {
      writeFileSync(file, original);
      const own = (tool: typeof eyaml) => (tool === nostrings ? ["secrets"] : []);
      await change([...own(change), "edit", file], { EDITOR: editor });
      expect(readFileSync(file, "utf8")).toContain(kept);
      expect((await read([...own(read), "decrypt", "-e", file])).trimEnd()).toBe(expected);
    }
  });

  test("what openssl says of a value", async () => {
    const token = await nostrings(["secrets", "encrypt", "-s", "for openssl", "-o", "string"]);
    const { stdout } = await execa(
      "openssl",
      ["smime", "-decrypt", "-binary", "-inform", "DER", "-inkey", "keys/private_key.pkcs7.pem"],
      { cwd: root, input: Buffer.from(token.slice(10, -1), "base64") },
    );
    expect(stdout).toBe("for openssl");
  });
});

describe("OpenPGP beside gpg", () => {
  const unwrap = (token: string) => Buffer.from(token.slice("ENC[GPG,".length, -1), "base64");

  test.each(TEXTS)("%s: encrypted there, read here", async (_, text) => {
    const message = await gpg(["-r", "prod@example.com", "-e"], text);
    writeFileSync(file, `---\nit: ENC[GPG,${message.toString("base64")}]\n`);
    expect(JSON.parse(await nostrings(["lookup", "--render-as", "json", "it"]))).toBe(text);
  });

  test.each(TEXTS)("%s: encrypted here, read there", async (_, text) => {
    const token = await nostrings([
      "secrets",
      "encrypt",
      "-n",
      "gpg",
      "-s",
      text,
      "-o",
      "string",
      "--for",
      file,
    ]);
    expect(String(await gpg(["-d"], unwrap(token)))).toBe(text);
  });

  test("a whole file", async () => {
    writeFileSync(
      join(root, "data/whole.gpg"),
      await gpg(["-r", "dev@example.com", "-e"], "inside: it\nlist: [1, 2]\n"),
    );
    expect(await nostrings(["lookup", "--render-as", "json", "list"])).toBe("[1,2]");
    writeFileSync(
      join(root, "data/whole.gpg"),
      await gpg(["--armor", "-r", "dev@example.com", "-e"], "inside: armour\n"),
    );
    expect(await nostrings(["lookup", "inside"])).toBe("--- armour");
    rmSync(join(root, "data/whole.gpg"));
  });

  test("recrypted for who else is to read it", async () => {
    writeFileSync(
      file,
      `---\nit: ENC[GPG,${(await gpg(["-r", "dev@example.com", "-e"], "mine")).toString("base64")}]\n`,
    );
    await nostrings(["secrets", "recrypt", file]);
    const token = /ENC\[.*\]/.exec(readFileSync(file, "utf8"))![0];
    const packets = String(await gpg(["--list-packets"], unwrap(token)));
    expect(packets.match(/pubkey enc packet/g)).toHaveLength(2);
  });

  test("a key with a passphrase, exported by gpg", async () => {
    writeFileSync(join(root, "word"), "open sesame\n", { mode: 0o600 });
    const message = await gpg(["-r", "locked@example.com", "-e"], "behind a passphrase");
    const args = [
      "secrets",
      "decrypt",
      "-s",
      `ENC[GPG,${message.toString("base64")}]`,
      "--gpg-gnupghome",
      home,
    ];
    expect(await nostrings([...args, "--gpg-passphrase", join(root, "word")])).toBe("behind a passphrase");
  });

  test("keys made here are used by gpg", async () => {
    await nostrings(["secrets", "createkeys", "-n", "gpg", "--user", "Made <made@example.com>"]);
    await gpg(["--import"], readFileSync(join(root, "keys/private_key.gpg.asc")));
    const message = await gpg(["-r", "made@example.com", "-e"], "for the new key");
    const args = ["secrets", "decrypt", "-s", `ENC[GPG,${message.toString("base64")}]`];
    expect(await nostrings([...args, "--gpg-private-key", "keys/private_key.gpg.asc"])).toBe(
      "for the new key",
    );
  });
});
