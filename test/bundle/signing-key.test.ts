import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKey, readPrivateKeys } from "openpgp";
import { afterAll, describe, expect, it } from "vitest";
import { signingKey } from "../../src/bundle/keys.ts";

const folder = mkdtempSync(join(tmpdir(), "nostrings-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function made(name: string) {
  const { privateKey } = await generateKey({
    userIDs: [{ name, email: `${name}@example.org` }],
    format: "object",
  });
  return privateKey;
}

describe("the key that signs", () => {
  it("is the only one of its file: several are named, and none is taken", async () => {
    const keys = [await made("ann"), await made("ben")];
    const [one, several] = [join(folder, "one.gpg"), join(folder, "several.gpg")];
    writeFileSync(one, keys[0]!.write());
    writeFileSync(several, Buffer.concat(keys.map((key) => key.write())));
    expect(await readPrivateKeys({ binaryKeys: Buffer.concat(keys.map((key) => key.write())) })).toHaveLength(
      2,
    );
    expect((await signingKey(one, undefined)).getUserIDs()).toEqual(["ann <ann@example.org>"]);
    await expect(signingKey(several, undefined)).rejects.toThrow(
      /It has several private keys: ann <ann@example.org> \([0-9A-F]{40}\), ben <ben@example.org>/,
    );
  });
});
