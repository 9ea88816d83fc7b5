import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { carries, refuseKeyFromUserData } from "../../src/boot/key-in-user-data.ts";
import { privateKey } from "../../src/boot/private-key.ts";
import { LinuxMachine } from "../../src/machine/linux.ts";

const BODY = Array.from({ length: 12 }, (_, row) =>
  Buffer.from(`row ${row} of a key that is none`.padEnd(48, "x")).toString("base64"),
);
const KEY = [
  "-----BEGIN PGP PRIVATE KEY BLOCK-----",
  "",
  ...BODY,
  "-----END PGP PRIVATE KEY BLOCK-----",
  "",
].join("\n");

const directory = mkdtempSync(join(tmpdir(), "keys-"));
const file = join(directory, "key");
writeFileSync(file, KEY);
writeFileSync(
  join(directory, "variables"),
  `# of a unit\nA=1\nNOSTRINGS_PRIVATE_KEY="b64:${BODY[0]}"\nOTHER='o'\n`,
);
writeFileSync(join(directory, "empty"), "\n");
afterAll(() => rmSync(directory, { recursive: true }));

const around = { machine: new LinuxMachine(), env: { K: KEY, CREDENTIALS_DIRECTORY: directory } };

describe("a private key", () => {
  it.each([
    ["a file", file, KEY, file],
    ["a credential", "credential:key", KEY, "credential key"],
    ["a variable", "env:K", KEY, "the environment variable K"],
    [
      "an environment file",
      `env-file:${directory}/variables`,
      `b64:${BODY[0]}`,
      `NOSTRINGS_PRIVATE_KEY in ${directory}/variables`,
    ],
    [
      "another variable of it",
      `env-file:${directory}/variables#OTHER`,
      "o",
      `OTHER in ${directory}/variables`,
    ],
    ["a command", `command:cat ${file} | cat`, KEY, `the output of 'cat ${file} | cat'`],
  ])("comes from %s", async (_, where, text, origin) => {
    expect(await privateKey(where, around)).toEqual({ text, origin });
  });

  it.each([
    [
      "a file that is not there",
      "/nowhere",
      /^The private key cannot be read from \/nowhere: it does not exist$/,
    ],
    ["a relative path", "key", /^The private key's path must be absolute, not 'key'$/],
    ["an empty file", `${directory}/empty`, /^There is no private key in /],
    ["a variable that is not set", "env:NONE", /^There is no private key in the environment variable NONE$/],
    ["a credential that is not there", "credential:none", /none: it does not exist$/],
    ["a command that fails", "command:echo sealed >&2; exit 3", /ended with 3: .*: sealed$/],
    ["the key itself", KEY, /says where the key is, it is not the key itself/],
  ])("does not come from %s", async (_, where, says) => {
    await expect(privateKey(where, around)).rejects.toThrow(says);
  });

  it("is no credential outside of a service", async () => {
    await expect(privateKey("credential:key", { ...around, env: {} })).rejects.toThrow(
      /\$CREDENTIALS_DIRECTORY is not set/,
    );
  });
});

describe("a private key in user-data", () => {
  const indented = KEY.replace(/^/gm, "      ");
  const wrappings: readonly (readonly [how: string, userData: string | Buffer, found: boolean])[] = [
    ["plainly", `#cloud-config\nwrite_files:\n  - path: /k\n    content: |\n${indented}`, true],
    ["in one line", `content: ${JSON.stringify(KEY)}`, true],
    ["in base64", `content: ${Buffer.from(KEY).toString("base64")}`, true],
    ["in base64 of base64", Buffer.from(Buffer.from(KEY).toString("base64")).toString("base64"), true],
    ["compressed", gzipSync(KEY), true],
    ["compressed within", `content: ${gzipSync(KEY).toString("base64")}`, true],
    ["not at all", `#cloud-config\nruncmd: [nostrings boot]\n${BODY[0]}`, false],
  ];
  it.each(wrappings)("is found: %s", (_, userData, found) =>
    expect(carries(Buffer.from(userData), KEY)).toBe(found),
  );

  it("is refused with the reason", () => {
    const refuse = () => refuseKeyFromUserData({ text: KEY, origin: "/k" }, Buffer.from(indented));
    expect(refuse).toThrow(
      /^The private key from \/k was in this machine's user-data, and is refused: every process/,
    );
    expect(() => refuseKeyFromUserData({ text: KEY, origin: "/k" }, undefined)).not.toThrow();
  });
});
