import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Accounts } from "../../src/machine/linux-accounts.ts";

const etc = mkdtempSync(join(tmpdir(), "etc-"));
afterAll(() => rmSync(etc, { recursive: true, force: true }));
writeFileSync(join(etc, "nsswitch.conf"), "passwd: files systemd\ngroup: files [NOTFOUND=return]\n");
const passwd = join(etc, "passwd");
writeFileSync(
  passwd,
  "root:x:0:0::/root:/bin/sh\ntoor:x:0:0::/root:/bin/sh\nbob:x:1000:100::/home/bob:/bin/sh\nbroken\n",
);
writeFileSync(join(etc, "group"), "root:x:0:\nusers:x:100:bob\n");

test("names and numbers, the first line of several counts", () => {
  const accounts = new Accounts(etc);
  expect([accounts.uidOf("bob"), accounts.uidOf("toor"), accounts.uidOf("nosuch")]).toEqual([
    1000,
    0,
    undefined,
  ]);
  expect([accounts.userOf(0), accounts.userOf(1000), accounts.userOf(7)]).toEqual(["root", "bob", undefined]);
  expect([accounts.gidOf("users"), accounts.groupOf(100)]).toEqual([100, "users"]);
  expect(accounts.primaryGroupOf(1000)).toBe(100);
});

test("changes are seen once told to forget", () => {
  const accounts = new Accounts(etc);
  expect(accounts.uidOf("new")).toBeUndefined();
  writeFileSync(passwd, "new:x:5:5::/:/bin/sh\n");
  expect(accounts.uidOf("new")).toBeUndefined();
  accounts.forget();
  expect(accounts.uidOf("new")).toBe(5);
});
