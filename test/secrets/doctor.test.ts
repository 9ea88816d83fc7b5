import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/run-command-line.ts";
import { fixture, fixtureText, messages } from "./fixtures.ts";

const PKCS7 = fixtureText("pkcs7/eyaml.txt").trim();
const MESSAGES = messages("gpg/messages.txt");
const gpg = (name: string) => `ENC[GPG,${MESSAGES.get(name)!.toString("base64")}]`;
const RECIPIENTS = "gpg_recipients: prod@example.com";
const PUBLIC = `gpg_public_keys: ${fixture("gpg/prod.public.gpg")}`;

/** What the doctor says of a site with one value: state, link and the beginning of the words; and the exit code. */
async function diagnosis(value: string, options: string, reader = "lookup_key: eyaml_lookup_key") {
  const root = mkdtempSync(join(tmpdir(), "doctor-"));
  mkdirSync(join(root, "data"));
  const entry = `- {name: a, path: a.yaml, ${reader}, options: {${options.replaceAll("@ROOT@", root)}}}`;
  writeFileSync(join(root, "hiera.yaml"), `version: 5\nhierarchy:\n${entry}\n`);
  writeFileSync(join(root, "data/a.yaml"), `v: ${value}\n`);
  copyFileSync(fixture("pkcs7/private.pem"), join(root, "private.pem"));
  chmodSync(join(root, "private.pem"), 0o600);
  let out = "";
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
    isTerminal: false,
  };
  const code = await runCommandLine(["secrets", "doctor", root, "--json"], "nostrings", terminal);
  const [file] = JSON.parse(out) as { checks: { link: string; state: string; message: string }[] }[];
  return { code, checks: file!.checks.map(({ state, link, message }) => `${state} ${link}: ${message}`) };
}

const CERTIFICATE = `pkcs7_public_key: ${fixture("pkcs7/public.pem")}`;

describe("which link is broken", () => {
  test.each<[string, string, string, number, RegExp[]]>([
    [
      "none",
      PKCS7,
      `pkcs7_private_key: private.pem, ${CERTIFICATE}`,
      0,
      [
        /^ok key: private key RSA/,
        /^ok certificate: serial 1 of \//,
        /^ok certificate: It belongs/,
        /^ok value: 1 of 1/,
      ],
    ],
    [
      "no key file",
      PKCS7,
      `pkcs7_private_key: /nowhere, ${CERTIFICATE}`,
      1,
      [/^broken key: The file \/nowhere/, /^ok certificate/, /^broken value: line 1: v: .*nowhere/],
    ],
    [
      "another key",
      PKCS7,
      `pkcs7_private_key: ${fixture("pkcs7/other-private.pem")}, ${CERTIFICATE}`,
      1,
      [
        /^ok key/,
        /^doubtful file mode/,
        /^ok certificate/,
        /^broken certificate: It does not belong to the private key/,
        /^broken value/,
      ],
    ],
    [
      "no home",
      gpg("plain"),
      `gpg_gnupghome: /nowhere, ${RECIPIENTS}, ${PUBLIC}`,
      1,
      [
        /^broken home: GnuPG's directory \/nowhere does not exist/,
        /^broken key/,
        /^ok recipient: prod@example.com is/,
        /^broken value/,
      ],
    ],
    [
      "nothing in the home",
      gpg("plain"),
      `gpg_gnupghome: "@ROOT@", ${RECIPIENTS}, ${PUBLIC}`,
      1,
      [
        /^ok home/,
        /^broken key: There is no private key in/,
        /^ok recipient/,
        /^broken value: line 1: v: No private key at hand/,
      ],
    ],
    [
      "a key alone",
      gpg("plain"),
      `gpg_private_key: ${fixture("gpg/prod.secret.gpg")}, gpg_gnupghome: /nowhere, ${RECIPIENTS}`,
      0,
      [/^doubtful file mode/, /^ok key: private key \w+\/\w+ Prod/, /^ok recipient/, /^ok value/],
    ],
    [
      "no passphrase",
      gpg("locked"),
      `gpg_private_key: ${fixture("gpg/locked.secret.gpg")}, gpg_gnupghome: /nowhere, ${RECIPIENTS}, ${PUBLIC}`,
      1,
      [
        /^doubtful file mode/,
        /^ok key/,
        /^broken passphrase: The private key \w+ is locked/,
        /^ok recipient/,
        /^broken value/,
      ],
    ],
    [
      "an expired key, an unknown recipient",
      gpg("old"),
      `gpg_private_key: ${fixture("gpg/old.secret.gpg")}, gpg_gnupghome: /nowhere, gpg_recipients: "old@example.com,nobody"`,
      1,
      [
        /^doubtful file mode/,
        /^ok key/,
        /^doubtful key: \w+ expired on 2020-12-31: values decrypt/,
        /^ok recipient/,
        /^broken recipient: \w+ expired/,
        /^broken recipient: No key found on keyring for nobody/,
        /^ok value/,
      ],
    ],
  ])("%s", async (_title, value, options, code, expected) => {
    const said = await diagnosis(value, options);
    const checks = said.checks.filter((check) => !check.startsWith("doubtful trust"));
    expect(checks).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(checks[at]).toMatch(pattern);
    expect(said.code).toBe(code);
  });

  test("a file that is read without decrypting", async () => {
    const { checks, code } = await diagnosis(
      PKCS7,
      `pkcs7_private_key: private.pem, ${CERTIFICATE}`,
      "data_hash: yaml_data",
    );
    expect(checks).toContain("broken value: hiera.yaml reads it with yaml_data, which decrypts nothing");
    expect(code).toBe(1);
  });
});
