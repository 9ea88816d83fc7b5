import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditSite } from "../../src/secrets/audit/audit-site.ts";
import { matrixOf, matrixText } from "../../src/secrets/audit/matrix.ts";
import { createKeyPair, readCertificate } from "../../src/secrets/pkcs7/certificate.ts";
import { encryptTo } from "../../src/secrets/pkcs7/cryptography.ts";
import { entryForFile, optionsFor } from "../../src/secrets/site/entry-for-file.ts";
import { hieraEntries } from "../../src/secrets/site/hiera-entries.ts";
import { fixture, fixtureText, keeper, messages } from "./fixtures.ts";

const MESSAGES = messages("gpg/messages.txt");
const gpg = (name: string) => `ENC[GPG,${MESSAGES.get(name)!.toString("base64")}]`;
const pair = (name: string) => readCertificate(createKeyPair(`/CN=${name}`, 1024).certificate, name);
const [blue, red] = [pair("blue"), pair("red")];
const pkcs7 = (...keys: (typeof blue)[]) => `ENC[PKCS7,${encryptTo(keys, "x").toString("base64")}]`;

const GPG_SITE = `version: 5
defaults: {datadir: data}
hierarchy:
  - name: env
    path: "environments/%{facts.stage}.yaml"
    lookup_key: eyaml_lookup_key
    options: {gpg_public_keys: "${["prod", "dev", "old"].map((name) => fixture(`gpg/${name}.public.gpg`)).join(",")}", gpg_gnupghome: /nowhere}
  - {name: all, path: common.yaml}
`;

function audited(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "audit-"));
  for (const [name, text] of Object.entries({ "hiera.yaml": GPG_SITE, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { values, findings } = auditSite(root, keeper().secrets);
  return {
    matrix: matrixText(matrixOf(values)).map((line) => line.replace(/ {2,}/g, " | ")),
    findings: findings.map(
      ({ level, rule, file, line, key, message }) =>
        `${level} [${rule}] ${file?.replace(`${root}/`, "") ?? ""}:${line ?? ""} ${key ?? ""}: ${message}`,
    ),
  };
}

const HOME = "data/environments";

test("who can read what, and nothing wrong", () => {
  const { matrix, findings } = audited({
    [`${HOME}/production.yaml`]: `a: ${gpg("plain")}\nb: {c: "${gpg("zip")}"}\n`,
    [`${HOME}/development.yaml`]: `a: ${gpg("dev")}\n`,
    "data/common.yaml": "a: 1\n",
  });
  expect(findings).toEqual([]);
  expect(matrix).toEqual([
    "Key | development | production",
    expect.stringMatching(/^GPG [0-9A-F]{16} Dev <dev@example.com> \| 1\/1 \| -$/),
    expect.stringMatching(/^GPG [0-9A-F]{16} Prod <prod@example.com> \| - \| 2\/2$/),
  ]);
});

describe("what is wrong", () => {
  test.each<[string, Record<string, string>, RegExp[]]>([
    [
      "a value of production that development's key reads",
      {
        "production.yaml": `a: ${gpg("plain")}\nb: ${gpg("zip")}\nc:\n  d: ${gpg("many")}\n`,
        "dev.yaml": `a: ${gpg("dev")}\n`,
      },
      [
        /^error \[crossing\] data\/environments\/production.yaml:4 c.d: A value of production can be read with dev's key GPG \w+ Dev/,
      ],
    ],
    [
      "one key for two environments",
      { "production.yaml": `a: ${gpg("plain")}\n`, "staging.yaml": `a: ${gpg("zip")}\n` },
      [
        /^warning \[shared key\] : : GPG \w+ Prod <prod@example.com> reads the values of production and staging$/,
      ],
    ],
    [
      "an expired key",
      { "old.yaml": `a: ${gpg("old")}\n` },
      [/^error \[expired key\] : : GPG \w+ Old .* expired on 2020-12-31, and 1 value is encrypted to it$/],
    ],
    [
      "a recipients file that disagrees",
      { "production.yaml": `a: ${gpg("plain")}\n`, "hiera-eyaml-gpg.recipients": "# who\ndev@example.com\n" },
      [
        /\[recipients\] .*production.yaml:1 a: Not encrypted to GPG \w+ Dev/,
        /\[recipients\] .*Encrypted to GPG \w+ Prod .*, which .* does not name: recrypt the file, and change the secret/,
      ],
    ],
    [
      "a recipient without a key",
      {
        "production.yaml": `a: ${gpg("plain")}\n`,
        "hiera-eyaml-gpg.recipients": "prod@example.com\nnobody@example.com\n",
      },
      [
        /^warning \[recipients\] .*recipients: : No public key is at hand for the recipient nobody@example.com$/,
      ],
    ],
    [
      "damage",
      { "production.yaml": "a: ENC[GPG,AAAA]\nb: ENC[PKCS7,AAAA]\n" },
      [/^error \[damaged\] .*:1 a: /, /^error \[damaged\] .*:2 b: /],
    ],
    [
      "broken YAML",
      { "production.yaml": "a: [1\n" },
      [/^error \[unreadable\] .*production.yaml:\d+ : Not YAML/],
    ],
    [
      "keys of eyaml createkeys",
      { "production.yaml": `a: ${fixtureText("pkcs7/eyaml.txt")}` },
      [/^warning \[unnamed key\] /],
    ],
  ])("%s", (_title, files, expected) => {
    const { findings } = audited(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${HOME}/${name}`, text])),
    );
    expect(findings).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(findings[at]).toMatch(pattern);
  });

  test("PKCS7 certificates with names of their own are told apart", () => {
    const { matrix } = audited({
      [`${HOME}/blue.yaml`]: `a: ${pkcs7(blue)}\n`,
      [`${HOME}/red.yaml`]: `a: ${pkcs7(red)}\nb: ${pkcs7(blue, red)}\n`,
    });
    expect(matrix.map((line) => line.replace(/serial \w+/, "serial N"))).toEqual([
      "Key | blue | red",
      "PKCS7 serial N of /CN=blue | 1/1 | 1/2 | public key not at hand",
      "PKCS7 serial N of /CN=red | - | 2/2 | public key not at hand",
    ]);
  });
});

describe("plain text that looks like a secret", () => {
  test.each([
    ["db_password: hunter2", true],
    ["app::db::password: hunter2", true],
    ["a: {api_key: abcdefgh}", true],
    ["a: {list: [{auth_token: abcdefgh}]}", true],
    ["x: 'https://me:hunter22@example.com/'", true],
    ["x: AKIAABCDEFGHIJKLMNOP", true],
    ["x: |\n  -----BEGIN RSA PRIVATE KEY-----\n  MII\n", true],
    [`password: ${gpg("plain")}`, false],
    ["password: \"%{lookup('other')}\"", false],
    ["password_file: /etc/secret", false],
    ["password: /etc/secret", false],
    ["password_length: '16'", false],
    ["use_password: 'true'", false],
    ["password: ''", false],
    ["lookup_options: {a::password: {convert_to: Sensitive}}", false],
    ["url: 'https://example.com:8080/a@b'", false],
  ])("%s: %s", (text, expected) => {
    const { findings } = audited({ "data/common.yaml": `${text}\n` });
    expect(findings.some((finding) => finding.includes("[plaintext]"))).toBe(expected);
  });
});

describe("the entry that a file belongs to", () => {
  const root = mkdtempSync(join(tmpdir(), "entries-"));
  writeFileSync(
    join(root, "hiera.yaml"),
    `version: 5
defaults: {datadir: d, lookup_key: eyaml_lookup_key}
hierarchy:
  - {name: node, path: "nodes/%{trusted.certname}.yaml", options: {k: "node %{trusted.certname}"}}
  - {name: env, paths: ["env/%{environment}.yaml", "env/%{environment}/%{facts.role}.yaml"], options: {k: "env %{environment}"}}
  - {name: special, path: env/special.yaml, options: {k: special}}
  - {name: globs, glob: "more/**/*.eyaml", options: {k: glob}}
  - {name: plain, path: common.yaml, data_hash: yaml_data}
`,
  );
  const entries = hieraEntries(join(root, "hiera.yaml"));
  test.each([
    ["d/nodes/a.example.com.yaml", "node a.example.com"],
    ["d/env/prod.yaml", "env prod"],
    ["d/env/prod/web.yaml", "env prod"],
    ["d/env/special.yaml", "special"],
    ["d/more/a/b/c.eyaml", "glob"],
    ["d/common.yaml", undefined],
    ["d/other.yaml", "none"],
    ["elsewhere.yaml", "none"],
  ])("%s: %s", (file, expected) => {
    const found = entryForFile(join(root, file), entries);
    expect(found ? optionsFor(found).k : "none").toBe(expected);
  });

  test("of Hiera 3", () => {
    writeFileSync(join(root, "hiera.yaml"), readFileSync(fixture("hiera3.yaml")));
    const [eyaml] = hieraEntries(join(root, "hiera.yaml"));
    expect(eyaml).toMatchObject({
      datadir: join(root, "data"),
      paths: ["%{environment}.eyaml", "common.eyaml"],
      options: { pkcs7_private_key: "/k.pem" },
    });
  });
});
