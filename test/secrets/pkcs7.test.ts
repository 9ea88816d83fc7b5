import { createPrivateKey } from "node:crypto";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createKeyPair, readCertificate } from "../../src/secrets/pkcs7/certificate.ts";
import { decryptWith, encryptTo } from "../../src/secrets/pkcs7/cryptography.ts";
import { readEnvelope } from "../../src/secrets/pkcs7/envelope.ts";
import { fixture, fixtureText, keeper, messages, outcome } from "./fixtures.ts";

const KEYS = { pkcs7_private_key: "pkcs7/private.pem", pkcs7_public_key: "pkcs7/public.pem" };
const TOKEN = fixtureText("pkcs7/eyaml.txt").trim();
const CIPHERS = messages("pkcs7/ciphers.txt");
const PEM = fixtureText("pkcs7/private.pem");

function token(bytes: Uint8Array): string {
  return `ENC[PKCS7,${Buffer.from(bytes).toString("base64")}]`;
}

test("what eyaml has written", () => {
  const { open, registered } = keeper();
  expect(open(`<${TOKEN}>`, KEYS)).toBe("<from hiera-eyaml>");
  expect(open(fixtureText("pkcs7/block.yaml"), KEYS)).toMatch(/^x: >\n +block ünïcode\n$/);
  expect(registered).toEqual(["from hiera-eyaml", "block ünïcode"]);
});

test.each([...CIPHERS.keys()])("what openssl has written: %s", (name) => {
  expect(keeper().open(token(CIPHERS.get(name)!), KEYS)).toBe("from hiera-eyaml");
});

describe("where the private key may be", () => {
  const base64 = Buffer.from(PEM).toString("base64");
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["a file", KEYS, {}],
    ["an absolute path", { pkcs7_private_key: fixture("pkcs7/private.pem") }, {}],
    ["PKCS8", { pkcs7_private_key: "pkcs7/pkcs8-private.pem" }, {}],
    ["a variable", { pkcs7_private_key_env_var: "KEY" }, { KEY: PEM }],
    ["a variable in base64", { pkcs7_private_key_env_var: "KEY" }, { KEY: base64 }],
    [
      "a variable that wins over a file",
      { pkcs7_private_key_env_var: "KEY", pkcs7_private_key: "nowhere" },
      { KEY: PEM },
    ],
    ["a file where the variable is not set", { ...KEYS, pkcs7_private_key_env_var: "KEY" }, {}],
    ["env:", { pkcs7_private_key: "env:KEY" }, { KEY: PEM }],
    [
      "credential:",
      { pkcs7_private_key: "credential:private.pem" },
      { CREDENTIALS_DIRECTORY: fixture("pkcs7") },
    ],
  ])("%s", (_title, options, env) => expect(keeper(env).open(TOKEN, options)).toBe("from hiera-eyaml"));
});

test("a private key in the environment, which commands could print, is a secret; a certificate is not", () => {
  const { secrets, registered } = keeper({ KEY: PEM, CERTIFICATE: fixtureText("pkcs7/public.pem") });
  const options = { pkcs7_private_key_env_var: "KEY", pkcs7_public_key_env_var: "CERTIFICATE" };
  const bytes = secrets.encrypt("PKCS7", "round", undefined, options);
  expect(secrets.decrypt({ text: token(bytes), options })).toBe("round");
  expect(registered).toEqual(["round", PEM, "round"]);
});

describe("what is wrong is told without what is secret", () => {
  const bytes = CIPHERS.get("aes256")!;
  const changed = Buffer.from(bytes);
  changed[changed.length - 1]! ^= 1;
  const changedKey = Buffer.from(bytes);
  changedKey[bytes.indexOf(readEnvelope(bytes).recipients[0]!.encryptedKey) + 9]! ^= 1;
  const folder = mkdtempSync(join(tmpdir(), "keys-"));
  writeFileSync(join(folder, "damaged.pem"), PEM.replace(/[a-f]/g, "x"));
  test.each<[string, string, Record<string, string>, RegExp]>([
    [
      "no key",
      TOKEN,
      {},
      /^SecretFailure: pkcs7_private_key is not defined\. Wanted: serial 1 of \/; at hand: none$/,
    ],
    [
      "no file",
      TOKEN,
      { pkcs7_private_key: "/nowhere.pem" },
      /The file \/nowhere.pem that pkcs7_private_key names does not exist\. Wanted: serial 1 of \//,
    ],
    ["a directory", TOKEN, { pkcs7_private_key: "/tmp" }, /cannot be read \(EISDIR\)/],
    [
      "no variable",
      TOKEN,
      { pkcs7_private_key_env_var: "KEY" },
      /environment variable KEY that pkcs7_private_key_env_var names is not set/,
    ],
    [
      "no credentials",
      TOKEN,
      { pkcs7_private_key: "credential:x" },
      /wants the systemd credential x, but there is no \$CREDENTIALS_DIRECTORY/,
    ],
    [
      "another key",
      TOKEN,
      { pkcs7_private_key: "pkcs7/other-private.pem" },
      /^SecretFailure: The private key at hand does not open it, or the value is damaged\. Wanted: serial 1 of \/; at hand: RSA [0-9a-f]{16} \(.*other-private.pem\)$/,
    ],
    [
      "a damaged content key",
      token(changedKey),
      KEYS,
      /damaged or was tampered with, or made for another key that is serial 1 of \/ too: its content key does not decrypt with the key of serial 1 of \/, RSA/,
    ],
    [
      "a certificate for a key",
      TOKEN,
      { pkcs7_private_key: "pkcs7/public.pem" },
      /public.pem is not a private key in PEM/,
    ],
    ["a damaged key", TOKEN, { pkcs7_private_key: join(folder, "damaged.pem") }, /damaged.pem is damaged/],
    ["tampered", token(changed), KEYS, /damaged or was tampered with/],
    ["cut off", token(bytes.subarray(0, 200)), KEYS, /cut off or damaged/],
    ["cut off in a length", token(bytes.subarray(0, 3)), KEYS, /cut off or damaged/],
    ["no PKCS7 at all", token(Buffer.from("hello there")), KEYS, /damaged|not PKCS7|cut off|ASN.1/],
    ["an unknown scheme", "ENC[KMS,YQ==]", KEYS, /scheme KMS cannot be read: PKCS7 and GPG are known/],
  ])("%s", (_title, text, options, expected) => {
    const said = outcome(() => keeper().open(text, options));
    expect(said).toMatch(expected);
    expect(said).not.toContain("from hiera");
    expect(said).not.toMatch(/MII[A-Za-z0-9]{20}/);
  });

  test("any byte of it changed or missing never breaks anything else", () => {
    const key = createPrivateKey(PEM);
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 0x55;
      for (const one of [damaged, bytes.subarray(0, at)]) {
        expect(outcome(() => String(decryptWith(key, one)))).not.toMatch(/^(TypeError|RangeError|Error)/);
      }
    }
  });
});

describe("files that everybody can read", () => {
  const folder = mkdtempSync(join(tmpdir(), "keys-"));
  const path = join(folder, "private.pem");
  copyFileSync(fixture("pkcs7/private.pem"), path);
  test("are warned of once", () => {
    chmodSync(path, 0o644);
    const { open, warnings } = keeper();
    open(TOKEN, { pkcs7_private_key: path });
    open(TOKEN, { pkcs7_private_key: path });
    expect(warnings).toEqual([
      `The private key ${path} can be read by everybody (mode 0644): chmod go= ${path}`,
    ]);
  });

  test("unless their owner only, or they say that they are not secret", () => {
    chmodSync(path, 0o600);
    const { open, warnings } = keeper();
    open(TOKEN, { pkcs7_private_key: path });
    writeFileSync(path, `# For tests: not a secret.\n${readFileSync(path, "utf8")}`, { mode: 0o644 });
    chmodSync(path, 0o644);
    expect(open(TOKEN, { pkcs7_private_key: path })).toBe("from hiera-eyaml");
    expect(warnings).toEqual([]);
  });
});

test("new keys encrypt and decrypt, empty and long texts too", () => {
  const { privateKey, certificate } = createKeyPair("/CN=production/O=Ünique", 2048);
  const key = readCertificate(certificate, "it");
  for (const text of ["", "x", "sixteen bytes 16", "ünï\n".repeat(50_000)])
    expect(String(decryptWith(createPrivateKey(privateKey), encryptTo([key], text)))).toBe(text);
});
