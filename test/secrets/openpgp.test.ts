import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keyboxKeys } from "../../src/secrets/openpgp/home.ts";
import { keysIn, ringOf } from "../../src/secrets/openpgp/keyring.ts";
import { readHead } from "../../src/secrets/openpgp/packets.ts";
import { fixture, keeper, messages, outcome } from "./fixtures.ts";

const MESSAGES = messages("gpg/messages.txt");

function token(name: string, change: (bytes: Buffer) => Uint8Array = (bytes) => bytes): string {
  return `ENC[GPG,${Buffer.from(change(Buffer.from(MESSAGES.get(name)!))).toString("base64")}]`;
}

function key(name: string): Record<string, string> {
  return { gpg_private_key: `gpg/${name}.secret.gpg` };
}

describe("what gpg has written", () => {
  const rows: [message: string, options: Record<string, string>][] = [
    ...[
      "plain",
      "many",
      "hidden",
      "CAST5",
      "3DES",
      "BLOWFISH",
      "TWOFISH",
      "AES",
      "zip",
      "zlib",
      "bzip2",
      "none",
    ].map((name): [string, Record<string, string>] => [name, key("prod")]),
    ["nomdc", key("prod")],
    ["many", key("dev")],
    ["many", key("curve")],
    ["elder", key("elder")],
    ["curve", key("curve")],
    ["old", key("old")],
    ["locked", { ...key("locked"), gpg_passphrase: "env:WORD" }],
    ["passphrase", { ...key("dev"), gpg_passphrase: "env:WORD" }],
  ];
  test.each(rows)("%s with %s", (name, options) => {
    const { open, registered } = keeper({ WORD: "open sesame" });
    expect(open(`a ${token(name)} b`, options)).toBe("a from gpg b");
    expect(new Set(registered)).toEqual(
      new Set(["from gpg", ...(options.gpg_passphrase ? ["open sesame"] : [])]),
    );
  });
});

describe("what is odd is told once", () => {
  test.each([
    ["plain", "prod", []],
    ["old", "old", [/^The OpenPGP key [0-9A-F]{16} expired on 2020-12-31: values still decrypt with it/]],
    ["nomdc", "prod", [/without protection against tampering/]],
  ] as const)("%s", (name, owner, expected) => {
    const { open, warnings } = keeper();
    open(token(name) + token(name), key(owner));
    const told = warnings.filter((warning) => !warning.includes("can be read by everybody"));
    expect(told).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(told[at]).toMatch(pattern);
  });
});

describe("what is wrong is told without what is secret", () => {
  const flip = (at: number) => (bytes: Buffer) => {
    bytes[at < 0 ? bytes.length + at : at]! ^= 1;
    return bytes;
  };
  const ids = "Wanted: [0-9A-F]{16}; at hand: [0-9A-F]{16}/[0-9A-F]{16} \\(.*secret.gpg\\)$";
  test.each<[string, string, Record<string, string>, RegExp]>([
    [
      "another key",
      token("plain"),
      key("dev"),
      new RegExp(`^SecretFailure: No private key at hand opens it\\. ${ids}`),
    ],
    [
      "no keyring",
      token("plain"),
      { gpg_gnupghome: "/nowhere" },
      /directory \/nowhere does not exist\. Wanted: [0-9A-F]{16}; at hand: none/,
    ],
    [
      "no passphrase",
      token("locked"),
      key("locked"),
      /is locked by a passphrase, and gpg_passphrase is not set/,
    ],
    [
      "wrong passphrase",
      token("locked"),
      { ...key("locked"), gpg_passphrase: "env:WORD" },
      /The passphrase does not open the private key/,
    ],
    [
      "tampered MDC",
      token("plain", flip(-3)),
      key("prod"),
      new RegExp(`tampered with or is damaged.*${ids}`),
    ],
    ["tampered key", token("plain", flip(100)), key("prod"), /damaged|does not open/],
    ["cut off", token("plain", (bytes) => bytes.subarray(0, 300)), key("prod"), /tampered|damaged|cut off/],
    ["cut off early", token("plain", (bytes) => bytes.subarray(0, 40)), key("prod"), /cut off/],
    [
      "no message",
      "ENC[GPG,aGVsbG8gdGhlcmU=]",
      key("prod"),
      /not an OpenPGP message|not an encrypted OpenPGP message/,
    ],
    ["a key that is none", token("plain"), { gpg_private_key: "README.md" }, /cannot be read/],
  ])("%s", (_title, text, options, expected) => {
    const said = outcome(() => keeper({ WORD: "wrong word" }).open(text, options));
    expect(said).toMatch(expected);
    expect(said).not.toMatch(/from gpg|wrong word/);
  });
});

describe("GnuPG's directories", () => {
  const home = mkdtempSync(join(tmpdir(), "gnupg-"));
  chmodSync(home, 0o700);
  copyFileSync(fixture("gpg/prod.secret.gpg"), join(home, "secring.gpg"));
  chmodSync(join(home, "secring.gpg"), 0o600);
  mkdirSync(join(home, "private-keys-v1.d"));

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["gpg_gnupghome", { gpg_gnupghome: home }, { GNUPGHOME: "/nowhere" }],
    ["HIERA_EYAML_GPG_GNUPGHOME", {}, { HIERA_EYAML_GPG_GNUPGHOME: home, GNUPGHOME: "/nowhere" }],
    ["GNUPGHOME", {}, { GNUPGHOME: home, HOME: "/nowhere" }],
  ])("version 1, by %s", (_title, options, env) =>
    expect(keeper(env).open(token("plain"), options)).toBe("from gpg"),
  );

  test("public keys of a keybox", () => {
    const keys = keyboxKeys(readFileSync(fixture("gpg/pubring.kbx")));
    const names = keysIn({ ring: ringOf(keys), origin: "kbx" }).map(({ users }) =>
      users[0]?.replace(/ .*/, ""),
    );
    expect(names.sort()).toEqual(["Curve", "Dev", "Locked", "Old", "Prod"]);
  });
});

describe("encrypting", () => {
  const options = {
    gpg_public_keys: "gpg/prod.public.gpg,gpg/dev.public.gpg,gpg/old.public.gpg",
    gpg_gnupghome: "/nowhere",
  };
  const encrypt = (gpg_recipients: string) =>
    keeper().secrets.encrypt("GPG", "ünï", undefined, { ...options, gpg_recipients }, fixture("."));

  test.each(["prod", "dev"])("to several: %s reads it", (name) => {
    const bytes = encrypt(" , prod@example.com, dev@example.com,,");
    expect(readHead(bytes).recipients).toHaveLength(2);
    expect(keeper().open(`ENC[GPG,${bytes.toString("base64")}]`, key(name))).toBe("ünï");
  });

  test.each([
    ["nobody@example.com", /No key found on keyring for nobody@example.com/],
    ["example.com", /No key found on keyring for example.com .*/],
    ["Dev", /No key found on keyring for Dev/],
    [" , ", /No recipients provided/],
    ["", /No recipients provided/],
    ["old@example.com", /The key [0-9A-F]{16} of old@example.com expired on 2020-12-31/],
  ])("not to %s", (name, expected) => expect(outcome(() => String(encrypt(name)))).toMatch(expected));

  test("not to nobody", () =>
    expect(outcome(() => String(keeper().secrets.encrypt("GPG", "x", "/tmp/none/x.yaml", {})))).toMatch(
      /No recipients provided/,
    ));
});
