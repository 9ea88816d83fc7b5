import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { trustedKeys } from "../../src/bundle/keys.ts";

let top: string;
let folder: string;
let key: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "trusted-"));
  folder = join(top, "trusted.d");
  key = join(folder, "deploy.asc");
  mkdirSync(folder);
  writeFileSync(key, "no key");
  for (const path of [folder, key]) chmodSync(path, 0o755);
});
afterEach(() => rmSync(top, { recursive: true }));

describe.runIf(process.geteuid?.() === 0)("keys that others can replace are not trusted", () => {
  it.each<[string, () => void, string]>([
    ["a folder that others may write to", () => chmodSync(folder, 0o777), "trusted.d is not safe"],
    ["a folder of another user", () => chownSync(folder, 65534, 65534), "belongs to user 65534"],
    ["a file that its group may write to", () => chmodSync(key, 0o664), "deploy.asc is not safe"],
    ["a file of another user", () => chownSync(key, 65534, 65534), "belongs to user 65534"],
    ["a folder below one that others may write to", () => chmodSync(top, 0o777), `${tmpdir()}`],
  ])("%s", async (_, damage, words) => {
    damage();
    await expect(trustedKeys(folder, [])).rejects.toThrow(words);
  });

  it("others are read", async () => {
    await expect(trustedKeys(folder, [])).rejects.toThrow("No OpenPGP key can be read");
  });
});
