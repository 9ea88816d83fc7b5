import { describe, expect, test } from "vitest";
import { askerOf } from "../../src/evaluate/scope-asker.ts";
import type { Hash } from "../../src/values/hash.ts";
import { outline } from "../../src/values/outline.ts";
import { openSite, writeSite } from "../hiera/harness.ts";

const HIERARCHY = `version: 5
defaults: {datadir: data, lookup_key: eyaml_lookup_key}
hierarchy:
  - {name: high, path: high.yaml, options: {k: h}}
  - {name: low, path: low.yaml, options: {k: l}}
`;

/** Looks a key up; tells what was decrypted on the way. `ENC[BAD,...]` cannot be decrypted. */
function site(high: string, low: string) {
  const opened: string[] = [];
  const root = writeSite({
    "env/production/hiera.yaml": HIERARCHY,
    "env/production/data/high.yaml": high,
    "env/production/data/low.yaml": low,
  });
  const { hiera, scope } = openSite(root, {
    decrypt: ({ text, key, options }) => {
      if (text.includes("BAD")) throw new Error("no key");
      opened.push(`${key}@${options.get("k")}`);
      return text.replace(/ENC\[\w+,(\w+)\]/, (_, base64) => Buffer.from(base64, "base64").toString());
    },
  });
  return {
    look: (key: string, merge?: "hash" | "deep" | "unique" | "first") =>
      hiera.lookup(key, askerOf(scope), merge),
    opened,
    root,
  };
}

const HIGH =
  "a: ENC[X,aGk]\ndb: {user: u, pass: 'ENC[X,aGk]', list: ['ENC[X,aGk]'], in: {pin: 'ENC[X,aGk]'}}\n";
const LOW =
  "a: ENC[BAD,aGk]\ndb: {pass: 'ENC[BAD,aGk]', host: 'ENC[X,bG93]', list: [low], in: {pin: 'ENC[BAD,aGk]', pan: 'ENC[BAD,aGk]'}}\n";

describe("only what is used is decrypted", () => {
  test.each([
    ["a", "first", undefined, ["a@h"]],
    ["db.user", "first", undefined, []],
    ["db.pass", "first", undefined, ["db.pass@h"]],
    ["db.in.pin", "first", undefined, ["db.in.pin@h"]],
    ["db", "hash", "host", ["db.host@l"]],
    ["db", "hash", "pass", ["db.pass@h"]],
    ["db", "deep", "host", ["db.list.0@h", "db.host@l"]],
    ["db.in.pin", "deep", undefined, ["db.list.0@h", "db.in.pin@h"]],
  ] as const)("%s, merged %s, then %s", (key, merge, member, expected) => {
    const { look, opened } = site(HIGH, LOW);
    const found = look(key, merge);
    if (member !== undefined) (found as Hash).get(member);
    expect(opened).toEqual(expected);
  });

  test("once, however often it is asked for", () => {
    const { look, opened } = site(HIGH, LOW);
    for (const merge of ["hash", "hash", "first"] as const) (look("db", merge) as Hash).get("pass");
    expect(opened).toEqual(["db.pass@h"]);
  });

  test("looking at a hash is no use of its values", () => {
    const { look, opened } = site(HIGH, LOW);
    const db = look("db", "hash") as Hash;
    expect([db.size, db.has("pass"), [...db.keys()]]).toEqual([
      5,
      true,
      ["pass", "host", "list", "in", "user"],
    ]);
    expect((outline(db, "?") as Hash).get("pass")).toBe("?");
    expect(opened).toEqual([]);
  });
});

describe("what cannot be decrypted is an error when used, with its place", () => {
  const { look, root } = site("ok: 1\n", `\n${LOW}`);
  const file = `${root}/env/production/data/low.yaml`;
  test.each([
    ["a", "a", 2],
    ["db.in.pan", "db.in.pan", 3],
  ])("%s", (key, path, line) => {
    const message = `hiera-eyaml backend error decrypting ENC[BAD,aGk] when looking up ${path} in ${file}. Error was no key`;
    expect(() => look(key)).toThrow(
      expect.objectContaining({ message, issue: expect.objectContaining({ place: { file, line } }) }),
    );
  });

  test("and not before", () => {
    expect(look("ok")).toBe(1n);
    expect((look("db") as Hash).get("host")).toBe("low");
    expect(() => (look("db") as Hash).get("pass")).toThrow("db.pass");
  });
});

describe("a file that is encrypted as a whole", () => {
  const root = writeSite({
    "env/production/hiera.yaml":
      "version: 5\nhierarchy:\n  - {name: plain, path: plain.yaml}\n  - {name: whole, path: whole.gpg, data_hash: gpg_data}\n",
    "env/production/data/plain.yaml": "p: 1\n",
    "env/production/data/whole.gpg": "ciphertext",
  });

  test("is read like any other; every leaf of it is a secret", () => {
    const leaves: string[] = [];
    const { hiera, scope } = openSite(root, {
      decrypt: ({ secretsIn }) => {
        const plain = "a: one\nb: {c: [two, 3]}\n";
        leaves.push(...(secretsIn?.(plain) ?? []));
        return plain;
      },
    });
    expect([hiera.lookup("a", askerOf(scope)), hiera.lookup("b.c.0", askerOf(scope))]).toEqual([
      "one",
      "two",
    ]);
    expect(leaves).toEqual(["one", "two", "3"]);
  });

  test("that cannot be decrypted is an error to who looks in it only", () => {
    const { hiera, scope } = openSite(root, {
      decrypt: () => {
        throw new Error("no key");
      },
    });
    expect(hiera.lookup("p", askerOf(scope))).toBe(1n);
    expect(() => hiera.lookup("a", askerOf(scope))).toThrow(
      `Unable to decrypt ${root}/env/production/data/whole.gpg: no key`,
    );
  });
});
