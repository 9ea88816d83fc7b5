import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { revokeKey } from "openpgp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { INVENTORY, SIGNATURE } from "../../src/bundle/inventory.ts";
import { LIMITS, type Limits } from "../../src/bundle/limits.ts";
import { openArchive } from "../../src/bundle/open-archive.ts";
import { withStaging } from "../../src/bundle/staging.ts";
import type { Trust } from "../../src/bundle/unpack-bundle.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import {
  bundleEntries,
  FILES,
  gzip,
  inventory,
  type KeyPair,
  keyPair,
  listed,
  type RawEntry,
  tar,
} from "./archive.ts";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
const run = join(folder, "run");
const archive = join(folder, "app.nsb");
afterAll(() => rmSync(folder, { recursive: true }));

let ann: KeyPair;
let mallory: KeyPair;
let good: RawEntry[];
let trust: Trust;

beforeAll(async () => {
  mkdirSync(run);
  writeFileSync(join(folder, "victim"), "untouched");
  [ann, mallory] = await Promise.all([keyPair("Ann"), keyPair("Mallory")]);
  good = await bundleEntries(ann.secret);
  trust = { keys: [ann.trusted], required: true };
});

interface Opening {
  readonly trust?: Trust;
  readonly inside?: string;
  readonly limits?: Partial<Limits>;
}

/** What is said of an archive: the code of the refusal, or that it was taken. Nothing may be left of it. */
async function said(bytes: Buffer, opening: Opening = {}): Promise<string> {
  writeFileSync(archive, bytes);
  const limits = { ...LIMITS, ...opening.limits };
  const name = { file: archive, inside: opening.inside };
  const code = await withStaging(run, async (path) => {
    try {
      await openArchive(name, path, opening.trust ?? trust, limits);
      return "taken";
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return error.issue.code;
    } finally {
      expect(readdirSync(folder).sort()).toEqual(["app.nsb", "run", "victim"]);
      expect(readdirSync(run)).toHaveLength(1);
    }
  });
  expect(readdirSync(run)).toEqual([]);
  expect(readFileSync(join(folder, "victim"), "utf8")).toBe("untouched");
  return code;
}

/** A bundle that Ann has signed, whose inventory lists what an attacker made her sign. */
async function signedWith(path: string): Promise<Buffer> {
  const files = [...listed(FILES), { path, sha256: "0".repeat(64), size: 1, executable: false }];
  const site = { environment: "production", manifest: "manifests", modulepath: [] };
  const text = JSON.stringify({ format: "nostrings-bundle", version: 1, ...site, files });
  return gzip(tar(...(await bundleEntries(ann.secret, FILES, text)), { path, content: "x" }));
}

function changed(path: string, change: Partial<RawEntry>): Buffer {
  return gzip(tar(...good.map((entry) => (entry.path === path ? { ...entry, ...change } : entry))));
}

function deploy(...entries: readonly RawEntry[]): Buffer {
  return gzip(tar({ path: "deploy/manifests/site.pp", content: "notify { 'x': }" }, ...entries));
}

const FOLDER = { inside: "deploy", trust: { keys: [], required: false } };

describe("an honest archive", () => {
  it("is taken", async () => {
    expect(await said(gzip(tar(...good)))).toBe("taken");
    expect(await said(tar(...good))).toBe("taken");
    expect(
      await said(gzip(tar({ path: "deploy/app.nsb", content: gzip(tar(...good)) })), {
        inside: "deploy/app.nsb",
      }),
    ).toBe("taken");
    const links: RawEntry[] = [
      { path: "deploy/a", type: "SymbolicLink", linkpath: "manifests" },
      { path: "deploy/b/c", type: "SymbolicLink", linkpath: "../manifests/site.pp" },
      { path: "deploy/d", type: "Link", linkpath: "deploy/manifests/site.pp" },
    ];
    expect(await said(deploy(...links), FOLDER)).toBe("taken");
  });
});

describe("paths", () => {
  const paths: [string, string][] = [
    ["/etc/passwd", "ABSOLUTE_PATH"],
    ["//etc/passwd", "ABSOLUTE_PATH"],
    ["/", "ABSOLUTE_PATH"],
    ["..", "PATH_TRAVERSAL"],
    ["../x", "PATH_TRAVERSAL"],
    ["../../victim", "PATH_TRAVERSAL"],
    ["deploy/../../../victim", "PATH_TRAVERSAL"],
    ["deploy/./../../victim", "PATH_TRAVERSAL"],
    ["deploy/a/..", "PATH_TRAVERSAL"],
    ["./../victim", "PATH_TRAVERSAL"],
    ["deploy//..//..//victim", "PATH_TRAVERSAL"],
    ["deploy/a\nb", "BAD_NAME"],
    ["deploy/a\x1b[2J", "BAD_NAME"],
    ["deploy/\x7f", "BAD_NAME"],
  ];
  it.each(paths)("%j in an archive", async (path, code) => {
    expect(await said(deploy({ path, content: "x" }), FOLDER)).toBe(`BUNDLE_${code}`);
  });
  it.each(paths)("%j after a bundle", async (path, code) => {
    expect(await said(gzip(tar(...good, { path, content: "x" })))).toBe(`BUNDLE_${code}`);
  });
  it.each(paths)("%j in a signed inventory", async (path, code) => {
    expect(await said(await signedWith(path))).toBe(`BUNDLE_${code}`);
  });
  it("in an extended header", async () => {
    const body = "27 path=../../../../victim\n";
    const sneaky: RawEntry = { path: "PaxHeader/x", type: "ExtendedHeader", content: body };
    expect(await said(deploy(sneaky, { path: "deploy/x", content: "x" }), FOLDER)).toBe(
      "BUNDLE_PATH_TRAVERSAL",
    );
    const long: RawEntry = { path: "././@LongLink", type: "NextFileHasLongPath", content: "../../victim\0" };
    expect(await said(deploy(long, { path: "deploy/x", content: "x" }), FOLDER)).toBe(
      "BUNDLE_PATH_TRAVERSAL",
    );
  });
  it("of more levels than a file system has", async () => {
    const long: RawEntry = {
      path: "x",
      type: "NextFileHasLongPath",
      content: `deploy/${"a/".repeat(100_000)}b`,
    };
    expect(await said(deploy(long, { path: "deploy/x" }), FOLDER)).toBe("BUNDLE_BAD_NAME");
  });
});

describe("links", () => {
  const link = (path: string, linkpath: string): RawEntry => ({ path, type: "SymbolicLink", linkpath });
  const hard = (path: string, linkpath: string): RawEntry => ({ path, type: "Link", linkpath });
  it.each<[string, RawEntry[], string]>([
    ["absolute", [link("deploy/a", "/etc")], "LINK_OUTSIDE"],
    ["absolute to what is there", [link("deploy/a", "/etc/passwd")], "LINK_OUTSIDE"],
    ["up", [link("deploy/a", "..")], "LINK_OUTSIDE"],
    ["up and further", [link("deploy/a", "../../victim")], "LINK_OUTSIDE"],
    ["down and up", [link("deploy/a", "manifests/../../../victim")], "LINK_OUTSIDE"],
    ["to itself", [link("deploy/a", "a")], "LINK_OUTSIDE"],
    ["in a circle", [link("deploy/a", "b"), link("deploy/b", "a")], "LINK_OUTSIDE"],
    ["nowhere", [link("deploy/a", "missing")], "LINK_OUTSIDE"],
    [
      "over another link that stands deeper than it looks",
      [link("deploy/d/e/root", "../.."), link("deploy/out", "d/e/root/../../..")],
      "LINK_OUTSIDE",
    ],
    [
      "then a file below it",
      [link("deploy/a", "manifests"), { path: "deploy/a/x", content: "x" }],
      "BELOW_A_FILE",
    ],
    [
      "then a file in its place",
      [link("deploy/a", "manifests"), { path: "deploy/a", content: "x" }],
      "DUPLICATE_ENTRY",
    ],
    ["a file below a file", [{ path: "deploy/manifests/site.pp/x" }], "BELOW_A_FILE"],
    ["hard, absolute", [hard("deploy/a", "/etc/passwd")], "ABSOLUTE_PATH"],
    ["hard, up", [hard("deploy/a", "../victim")], "PATH_TRAVERSAL"],
    ["hard, to what is not unpacked", [hard("deploy/a", "other/file")], "LINK_OUTSIDE"],
    ["hard, to a link", [link("deploy/a", "manifests"), hard("deploy/b", "deploy/a")], "LINK_OUTSIDE"],
  ])("%s", async (_, entries, code) => {
    expect(await said(deploy(...entries), FOLDER)).toBe(`BUNDLE_${code}`);
  });
  it("the folder itself", async () => {
    const self = gzip(tar(link("deploy", "deploy")));
    expect(await said(self, FOLDER)).toBe("BUNDLE_LINK_OUTSIDE");
    const beside = gzip(tar(link("deploy", "other"), { path: "other/manifests/site.pp" }));
    expect(await said(beside, FOLDER)).toBe("BUNDLE_LINK_OUTSIDE");
  });
  it.each<[string, Partial<RawEntry>]>([
    ["a link", { type: "SymbolicLink", linkpath: "/etc/passwd", content: "" }],
    ["a link inside", { type: "SymbolicLink", linkpath: "../../hiera.yaml", content: "" }],
    ["a hard link", { type: "Link", linkpath: "hiera.yaml", content: "" }],
    ["a directory", { type: "Directory", content: "" }],
  ])("%s where the inventory has a file", async (_, change) => {
    expect(await said(changed("modules/m/files/x", change))).toBe("BUNDLE_NOT_A_FILE");
  });
});

describe("things that are no files", () => {
  const types = ["CharacterDevice", "BlockDevice", "FIFO", "SparseFile", "ContinuationFile"] as const;
  it.each(types)("%s", async (type) => {
    expect(await said(deploy({ path: "deploy/a", type }), FOLDER)).toBe("BUNDLE_SPECIAL_FILE");
    expect(await said(gzip(tar(...good, { path: "a", type })))).toBe("BUNDLE_SPECIAL_FILE");
  });
  it.each([0o4755, 0o2755, 0o6777, 0o4000])("mode %o", async (mode) => {
    expect(await said(deploy({ path: "deploy/a", mode }), FOLDER)).toBe("BUNDLE_SETUID");
    expect(await said(changed("hiera.yaml", { mode }))).toBe("BUNDLE_SETUID");
  });
});

describe("bombs", () => {
  const zeros = Buffer.alloc(40 * 2 ** 20);
  it("of one file", async () => {
    expect(await said(deploy({ path: "deploy/a", content: zeros }), FOLDER)).toBe("BUNDLE_BOMB");
  });
  it("beside what is unpacked", async () => {
    expect(await said(deploy({ path: "other", content: zeros }), FOLDER)).toBe("BUNDLE_BOMB");
  });
  it("in the inventory's place", async () => {
    expect(await said(gzip(tar({ path: INVENTORY, content: zeros })))).toBe("BUNDLE_TOO_LARGE");
  });
  it("after the end of the archive", async () => {
    expect(await said(gzip(Buffer.concat([tar(...good), zeros])))).toBe("BUNDLE_BOMB");
  });
  it("in a bundle in an archive", async () => {
    const inner = gzip(tar(...good, { path: "x", content: zeros }));
    const outer = gzip(tar({ path: "deploy/app.nsb", content: inner }));
    expect(await said(outer, { inside: "deploy/app.nsb" })).toBe("BUNDLE_ENTRY_NOT_LISTED");
  });
  it("of more entries than allowed", async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ path: `deploy/${at}` }));
    expect(await said(deploy(...many), { ...FOLDER, limits: { entries: 50 } })).toBe(
      "BUNDLE_TOO_MANY_ENTRIES",
    );
  });
  it("of more bytes than allowed", async () => {
    expect(await said(gzip(tar(...good)), { limits: { bytes: 3000 } })).toBe("BUNDLE_TOO_LARGE");
  });
  it("that claims a size it does not have", async () => {
    expect(await said(deploy({ path: "deploy/a", size: 8 ** 11 - 1 }), FOLDER)).toBe("BUNDLE_TRUNCATED");
  });
  it("of an extended header without end", async () => {
    const header: RawEntry = { path: "x", type: "ExtendedHeader", size: 2 ** 30 };
    expect(await said(deploy(header), FOLDER)).toBe("BUNDLE_TOO_LARGE");
  });
});

function gunzipped(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

describe("damage", () => {
  it.each([0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])("cut off at %d of the bundle", async (part) => {
    const bytes = gzip(tar(...good));
    expect(await said(bytes.subarray(0, bytes.length * part))).toBe("BUNDLE_TRUNCATED");
  });
  it.each([0, 100, 511, 512, 1500, 3000, 5000])("plain, cut off after %d bytes", async (length) => {
    expect(await said(tar(...good).subarray(0, length))).toBe("BUNDLE_TRUNCATED");
  });
  it("without the end of a tar archive", async () => {
    expect(await said(gzip(tar(...good).subarray(0, -1024)))).toBe("BUNDLE_TRUNCATED");
    expect(await said(gzip(tar(...good).subarray(0, -512)))).toBe("BUNDLE_TRUNCATED");
  });
  it("a flipped bit anywhere, but for the few of gzip that mean nothing", async () => {
    const bytes = gzip(tar(...good));
    for (let at = 10; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 0x10;
      const meansNothing = gunzipped(flipped)?.equals(tar(...good)) === true;
      expect(await said(flipped)).toMatch(meansNothing ? "taken" : /^BUNDLE_/);
    }
  });
  it.each(["x", "\0", gzip(Buffer.from("more")).toString("latin1")])(
    "something after it: %j",
    async (more) => {
      const bytes = Buffer.concat([gzip(tar(...good)), Buffer.from(more, "latin1")]);
      expect(await said(bytes)).toMatch(/^BUNDLE_(TRAILING_DATA|CORRUPT|TRUNCATED)$/);
    },
  );
  it("a second archive within", async () => {
    expect(await said(gzip(Buffer.concat([tar(...good), tar(...good)])))).toBe("BUNDLE_TRAILING_DATA");
  });
  it.each(["", "hello", "\x1f\x8b", "#!/bin/sh\n".repeat(100)])("no archive: %j", async (text) => {
    expect(await said(Buffer.from(text, "latin1"))).toMatch(/^BUNDLE_(TRUNCATED|CORRUPT)$/);
  });
});

describe("another content than the inventory's", () => {
  it.each(Object.keys(FILES))("a changed byte in %s", async (path) => {
    const content = `${FILES[path]!.slice(0, -1)}!`;
    expect(await said(changed(path, { content }))).toBe("BUNDLE_TAMPERED");
    expect(await said(changed(path, { content: `${FILES[path]}!` }))).toBe("BUNDLE_TAMPERED");
    expect(await said(changed(path, { mode: 0o755 }))).toBe("BUNDLE_TAMPERED");
  });
  it.each(Object.keys(FILES))("%s under another name", async (path) => {
    expect(await said(changed(path, { path: `${path}x` }))).toBe("BUNDLE_ENTRY_NOT_LISTED");
    expect(await said(changed(path, { path: `./${path}` }))).toBe("BUNDLE_NOT_A_FILE");
  });
  it("two files that have swapped contents", async () => {
    const swapped = good.map((entry) => {
      if (entry.path === "hiera.yaml") return { ...entry, content: FILES["manifests/site.pp"]! };
      return entry.path === "manifests/site.pp" ? { ...entry, content: FILES["hiera.yaml"]! } : entry;
    });
    expect(await said(gzip(tar(...swapped)))).toBe("BUNDLE_TAMPERED");
  });
  it("another order", async () => {
    const [list, signature, a, b, c] = good as [RawEntry, RawEntry, RawEntry, RawEntry, RawEntry];
    expect(await said(gzip(tar(list, signature, b, a, c)))).toBe("BUNDLE_WRONG_ORDER");
    expect(await said(gzip(tar(list, signature, a, c, b)))).toBe("BUNDLE_WRONG_ORDER");
    expect(await said(gzip(tar(signature, list, a, b, c)))).toBe("BUNDLE_NO_INVENTORY");
    expect(await said(gzip(tar(a, list, signature, b, c)))).toBe("BUNDLE_NO_INVENTORY");
    expect(await said(gzip(tar(list, a, signature, b, c)))).toBe("BUNDLE_UNSIGNED");
  });
  it("an entry twice, more or less", async () => {
    for (const entry of good) expect(await said(gzip(tar(...good, entry)))).toBe("BUNDLE_DUPLICATE_ENTRY");
    const twice = [...good.slice(0, 3), good[2]!, ...good.slice(3)];
    expect(await said(gzip(tar(...twice)))).toBe("BUNDLE_DUPLICATE_ENTRY");
    expect(await said(gzip(tar(...good, { path: "more" })))).toBe("BUNDLE_ENTRY_NOT_LISTED");
    expect(await said(gzip(tar(...good.slice(0, -1))))).toBe("BUNDLE_ENTRY_MISSING");
    expect(await said(deploy({ path: "deploy/manifests/site.pp" }), FOLDER)).toBe("BUNDLE_DUPLICATE_ENTRY");
  });
});

describe("signatures", () => {
  it("that are missing", async () => {
    const unsigned = gzip(tar(...(await bundleEntries(undefined))));
    expect(await said(unsigned)).toBe("BUNDLE_UNSIGNED");
    expect(await said(unsigned, { trust: { keys: [], required: true } })).toBe("BUNDLE_UNSIGNED");
    expect(await said(deploy(), { inside: "deploy" })).toBe("BUNDLE_UNSIGNED");
    expect(await said(unsigned, { trust: { keys: [ann.trusted], required: false } })).toBe("taken");
  });
  it("by somebody else, who has signed it again", async () => {
    expect(await said(gzip(tar(...(await bundleEntries(mallory.secret)))))).toBe("BUNDLE_WRONG_SIGNER");
    const optional = { keys: [ann.trusted], required: false };
    expect(await said(gzip(tar(...(await bundleEntries(mallory.secret)))), { trust: optional })).toBe(
      "BUNDLE_WRONG_SIGNER",
    );
  });
  it("that nobody can check", async () => {
    expect(await said(gzip(tar(...good)), { trust: { keys: [], required: true } })).toBe(
      "BUNDLE_NO_TRUSTED_KEY",
    );
  });
  it("of another inventory", async () => {
    const other = await bundleEntries(ann.secret, { "manifests/site.pp": "notify { 'other': }" });
    expect(await said(changed(SIGNATURE, { content: other[1]!.content! }))).toBe("BUNDLE_BAD_SIGNATURE");
    expect(await said(changed(INVENTORY, { content: `${inventory()} ` }))).toBe("BUNDLE_BAD_SIGNATURE");
    expect(await said(changed(INVENTORY, { content: "{}" }))).toBe("BUNDLE_BAD_SIGNATURE");
  });
  it.each(["", "hello", "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n"])(
    "that are none: %j",
    async (content) => {
      expect(await said(changed(SIGNATURE, { content }))).toMatch(/^BUNDLE_(BAD_SIGNATURE|WRONG_SIGNER)$/);
    },
  );
  it("with a key that has expired", async () => {
    const old = await keyPair("Old", 3600, 7200);
    const entries = await bundleEntries(old.secret, FILES, inventory(), 5400);
    expect(await said(gzip(tar(...entries)), { trust: { keys: [old.trusted], required: true } })).toBe(
      "BUNDLE_KEY_EXPIRED",
    );
  });
  it("with a key that has been revoked", async () => {
    const { publicKey } = await revokeKey({ key: ann.secret, format: "object" });
    expect(await said(gzip(tar(...good)), { trust: { keys: [publicKey], required: true } })).toBe(
      "BUNDLE_KEY_REVOKED",
    );
  });
});

describe("inventories that Ann was made to sign", () => {
  it.each<[string, string, string]>([
    ["no JSON", "hello", "BAD_INVENTORY"],
    ["a list", "[]", "BAD_INVENTORY"],
    ["null", "null", "BAD_INVENTORY"],
    ["of another kind", '{"format":"x"}', "BAD_INVENTORY"],
    ["of the future", '{"format":"nostrings-bundle","version":2}', "VERSION"],
    ["an environment that is a path", inventory().replace("production", "../../etc"), "BAD_INVENTORY"],
    ["modules elsewhere", inventory().replace('"modules"', '"/etc/puppet/modules"'), "ABSOLUTE_PATH"],
    ["a manifest elsewhere", inventory().replace('"manifests"', '"../victim"'), "PATH_TRAVERSAL"],
    ["a file twice", inventory({ ...FILES }).replace("modules/m/files/x", "hiera.yaml"), "BAD_INVENTORY"],
    ["a size that is none", inventory().replace('"size":11', '"size":-1'), "BAD_INVENTORY"],
    ["a hash that is none", inventory().replace(/"sha256":"[0-9a-f]+"/, '"sha256":""'), "BAD_INVENTORY"],
    ["itself", inventory().replace("hiera.yaml", INVENTORY), "WRONG_ORDER"],
  ])("%s", async (_, text, code) => {
    const entries = await bundleEntries(ann.secret, FILES, text);
    expect(await said(gzip(tar(...entries)))).toMatch(new RegExp(`^BUNDLE_(${code}|ENTRY_NOT_LISTED)$`));
  });
});

describe("an inventory that is too large", () => {
  it.each<[string, Limits, string]>([
    ["too many files", { ...LIMITS, entries: 3 }, "BUNDLE_TOO_MANY_ENTRIES"],
    ["too many bytes", { ...LIMITS, bytes: 20_000 }, "BUNDLE_TOO_LARGE"],
  ])("is refused before any of its files is read: %s", async (_, limits, code) => {
    const large = { ...FILES, "manifests/large.pp": "#".repeat(30_000) };
    const [listed, signature] = await bundleEntries(ann.secret, large);
    // Otherwise it would be the files that are missing.
    expect(await said(gzip(tar(listed!, signature!)), { limits })).toBe(code);
  });
});
