import { describe, expect, it } from "vitest";
import { namedKey } from "../../src/secrets/openpgp/named-key.ts";
import type { SecretFailure } from "../../src/secrets/secret-failure.ts";

const DAY = 86_400_000;

function key(digit: string, users: readonly string[], more: { revoked?: boolean; expires?: number } = {}) {
  const fingerprint = digit.repeat(40);
  const subkey = `5${digit.repeat(15)}`;
  return {
    id: digit.repeat(16),
    fingerprint,
    ids: [digit.repeat(16), subkey],
    users,
    revoked: false,
    ...more,
  };
}

const bob = key("B", ["Bob Fischer (work) <bob@example.org>", "bob@home.example"]);
const bobby = key("C", ["Bobby <not-bob@example.org>"]);
const old = key("D", ["Eve <eve@example.org>"], { expires: Date.now() - DAY });
const gone = key("E", ["Eve <eve@example.org>"], { revoked: true });
const eve = key("F", ["Eve <eve@example.org>"], { expires: Date.now() + DAY });
const twins = [key("1", ["Tim <tim@example.org>"]), key("2", ["Timothy <tim@example.org>"])];
const keys = [bobby, bob, bob, old, gone, eve, ...twins];

describe("a recipient is matched whole", () => {
  it.each([
    ["bob@example.org", bob],
    ["BOB@Example.ORG", bob],
    ["<bob@example.org>", bob],
    ["bob@home.example", bob],
    ["Bob Fischer (work) <bob@example.org>", bob],
    ["=Bob Fischer (work) <bob@example.org>", bob],
    ["0xBBBBBBBBBBBBBBBB", bob],
    ["0xbbbbbbbb", bob],
    ["BBBBBBBB", bob],
    ["5BBBBBBBBBBBBBBB", bob],
    ["B".repeat(40), bob],
    [`0x${"b".repeat(40)}!`, bob],
    ["BBBB ".repeat(10), bob],
    ["not-bob@example.org", bobby],
    ["eve@example.org", eve],
  ])("%s", (name, expected) => expect(namedKey(name.trim(), keys, "here")).toBe(expected));

  it.each([
    "o",
    "ob@example.org",
    "example.org",
    "@example.org",
    "*bob",
    "Bob",
    "=Bob",
    "=bob fischer (work) <bob@example.org>",
    "<Bob>",
    "<>",
    "BBBBBBB",
    "BBBBBBBBBB",
    "0xbob",
    "0xBBBBBBBBB",
    "A".repeat(40),
  ])("not %s", (name) =>
    expect(() => namedKey(name, keys, "here")).toThrow(/^No key found on keyring for .* \(here\)$/),
  );

  it("what matches in part is named", () => {
    const hint = hintOf("example.org");
    expect(hint).toContain(`Bob Fischer (work) <bob@example.org> ${"B".repeat(40)}`);
    expect(hint).toContain(`Bobby <not-bob@example.org> ${"C".repeat(40)}`);
  });

  it("several keys of one name are named, and none is taken", () => {
    expect(() => namedKey("tim@example.org", keys, "here")).toThrow(
      `tim@example.org names several keys (here): Tim <tim@example.org> ${"1".repeat(40)}, Timothy <tim@example.org> ${"2".repeat(40)}`,
    );
  });
});

function hintOf(name: string): string {
  try {
    namedKey(name, keys, "here");
  } catch (error) {
    return (error as SecretFailure).hint ?? "";
  }
  return "";
}
