/** Keys that GnuPG has made, signed with, and taken out of use. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Key, readKeys } from "openpgp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signer } from "../../src/bundle/signature.ts";
import { Failure } from "../../src/diagnostics/failure.ts";

const CONTENT = "the inventory";
const NAME = "deploy@example.org";
const [MADE, SIGNED] = ["20200101T000000!", "20200201T000000!"];

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gpg-"));
});
afterEach(() => {
  execFileSync("gpgconf", ["--homedir", home, "--kill", "gpg-agent"]);
  rmSync(home, { recursive: true, force: true });
});

function gpg(argv: readonly string[], input = ""): string {
  const stdio = ["pipe", "pipe", "ignore"] as const;
  return execFileSync("gpg", ["--homedir", home, "-q", "--batch", "--no-tty", ...argv], {
    input,
    encoding: "utf8",
    stdio: [...stdio],
  });
}

/** As at a time in 2020, without a passphrase. */
function then(time: string, ...argv: string[]): string {
  return gpg(["--faked-system-time", time, "--passphrase", "", ...argv], CONTENT);
}

function fingerprint(): string {
  return /^fpr:+(\w+):/m.exec(gpg(["--list-keys", "--with-colons"]))![1]!;
}

/** A primary key that certifies, and a subkey that signs, until a day or for ever. */
function keyWithSubkey(until: string): void {
  then(MADE, "--quick-gen-key", NAME, "ed25519", "cert", "never");
  then(MADE, "--quick-add-key", fingerprint(), "ed25519", "sign", until);
}

function signature(): string {
  return then(SIGNED, "--armor", "--detach-sign");
}

function edit(...lines: string[]): void {
  gpg(["--yes", "--expert", "--command-fd", "0", "--edit-key", NAME], [...lines, "save", ""].join("\n"));
}

function trusted(): Promise<Key[]> {
  return readKeys({ armoredKeys: gpg(["--armor", "--export"]) });
}

/** The code of the refusal, or who signed. */
async function said(armored: string, keys: readonly Key[]): Promise<string> {
  try {
    return await signer(Buffer.from(CONTENT), armored, keys, "app.nsb");
  } catch (error) {
    if (error instanceof Failure) return error.issue.code;
    throw error;
  }
}

describe("a signature by a key of GnuPG's", () => {
  it("holds when the key is in use", async () => {
    keyWithSubkey("never");
    expect(await said(signature(), await trusted())).toContain(NAME);
  });

  it("does not hold when the subkey has expired since", async () => {
    keyWithSubkey("2020-03-01");
    expect(await said(signature(), await trusted())).toBe("BUNDLE_KEY_EXPIRED");
  });

  it("does not hold when the primary key has expired since", async () => {
    then(MADE, "--quick-gen-key", NAME, "ed25519", "sign", "2020-03-01");
    expect(await said(signature(), await trusted())).toBe("BUNDLE_KEY_EXPIRED");
  });

  it.each([0, 1, 2, 3])("does not hold when the subkey has been revoked, for reason %d", async (reason) => {
    keyWithSubkey("never");
    const armored = signature();
    const before = await trusted();
    edit("key 1", "revkey", "y", String(reason), "", "y");
    const after = await trusted();
    expect(await said(armored, after)).toBe("BUNDLE_KEY_REVOKED");
    // A copy of the key from before does not make it good again.
    expect(await said(armored, [...before, ...after])).toBe("BUNDLE_KEY_REVOKED");
  });

  it.each([0, 1, 2, 3])("does not hold when the key has been revoked, for reason %d", async (reason) => {
    then(MADE, "--quick-gen-key", NAME, "ed25519", "sign", "never");
    const armored = signature();
    edit("revkey", "y", String(reason), "", "y");
    expect(await said(armored, await trusted())).toBe("BUNDLE_KEY_REVOKED");
  });

  it("does not hold when the key is another one's", async () => {
    keyWithSubkey("never");
    expect(await said(signature(), [])).toBe("BUNDLE_WRONG_SIGNER");
  });
});
