import { describe, expect, test } from "vitest";
import { readJson } from "../../src/formats/json/read-json.ts";
import { toJson } from "../../src/formats/json/write-json.ts";
import { Binary } from "../../src/values/binary.ts";
import { DEFAULT } from "../../src/values/default.ts";
import { Deferred } from "../../src/values/deferred.ts";
import { Hash } from "../../src/values/hash.ts";
import { fromPlain, toPlain } from "../../src/values/plain.ts";
import { Regexp } from "../../src/values/regexp.ts";
import { fromData } from "../../src/values/rich-data/from-data.ts";
import { toStringified } from "../../src/values/rich-data/stringified.ts";
import { toData } from "../../src/values/rich-data/to-data.ts";
import { SemVer } from "../../src/values/sem-ver.ts";
import { Sensitive } from "../../src/values/sensitive.ts";
import { Timespan } from "../../src/values/timespan.ts";
import { toText } from "../../src/values/to-text.ts";
import { Uri } from "../../src/values/uri.ts";
import type { Value } from "../../src/values/value.ts";

/** A value and its rich data as JSON. */
const RICH: readonly (readonly [Value, string])[] = [
  [null, "null"],
  [1.0, "1.0"],
  [DEFAULT, '{"__ptype":"Default"}'],
  [new Sensitive(["x"]), '{"__ptype":"Sensitive","__pvalue":["x"]}'],
  [new Regexp("a/b"), '{"__ptype":"Regexp","__pvalue":"a/b"}'],
  [SemVer.parse("1.2.3-a"), '{"__ptype":"SemVer","__pvalue":"1.2.3-a"}'],
  [new Timespan(1_500_000_000n), '{"__ptype":"Timespan","__pvalue":"0-00:00:01.5"}'],
  [Binary.fromText("hello"), '{"__ptype":"Binary","__pvalue":"aGVsbG8="}'],
  [Uri.parse("http://x/y"), '{"__ptype":"URI","__pvalue":"http://x/y"}'],
  [new Deferred("f", [1n]), '{"__ptype":"Deferred","name":"f","arguments":[1]}'],
  [new Deferred("$x"), '{"__ptype":"Deferred","name":"$x"}'],
  [
    Hash.from([[1n, [new Regexp("a")]]]),
    '{"__ptype":"Hash","__pvalue":[1,[{"__ptype":"Regexp","__pvalue":"a"}]]}',
  ],
  [Hash.of({ __ptype: "x" }), '{"__ptype":"Hash","__pvalue":["__ptype","x"]}'],
];

test.each(RICH)("%s as rich data and back", (value, json) => {
  expect(toJson(toData(value, { rich: true }))).toBe(json);
  expect(toJson(toData(fromData(readJson(json)), { rich: true }))).toBe(json);
});

test("a local reference is what it leads to", () => {
  const json = `{"a":[{"b":1}],"c":{"__ptype":"LocalRef","__pvalue":"$['a'][0]"}}`;
  expect(toJson(fromData(readJson(json)))).toBe('{"a":[{"b":1}],"c":{"b":1}}');
});

test("an unknown type is refused", () => {
  expect(() => fromData(readJson('{"__ptype":"Nope","a":1}'))).toThrow(
    "No implementation mapping found for Puppet Type Nope",
  );
});

test("without rich data types are lost with a warning", () => {
  const warnings: string[] = [];
  const value = Hash.of({ message: [new Regexp("a"), DEFAULT, Hash.from([[1n, 2n]])] });
  const data = toData(value, {
    rich: false,
    prefix: "Notify[x]",
    warn: (_code, words) => warnings.push(words),
  });
  expect(toJson(data)).toBe('{"message":["/a/","default",{"1":2}]}');
  expect(warnings).toEqual([
    "Notify[x]['message'][0] contains a Regexp value. It will be converted to the String '/a/'",
    "Notify[x]['message'][1] contains the special value default. It will be converted to the String 'default'",
    "Notify[x]['message'][2] contains a hash with an Integer key. It will be converted to the String '1'",
  ]);
});

test("stringified data is for people", () => {
  const value = Hash.from([
    ["a", new Regexp("x")],
    ["__ptype", [DEFAULT, 1n]],
  ]);
  expect(toJson(toStringified(value))).toBe('{"a":"/x/","reserved key: __ptype":["default",1]}');
});

test.each<readonly [Value, string]>([
  [null, ""],
  [["a", null, [1.0]], "[a, , [1.0]]"],
  [Hash.of({ a: null, b: ["c"] }), "{a => , b => [c]}"],
  [new Sensitive("x"), "Sensitive [value redacted]"],
  [[DEFAULT, new Regexp("a/b")], "[default, /a\\/b/]"],
  [new Deferred("x", [1n, "a"]), "Deferred({'name' => 'x', 'arguments' => [1, 'a']})"],
])("%s in a string", (value, text) => {
  expect(toText(value)).toBe(text);
});

describe("JSON", () => {
  test.each([
    '{"a":1,"b":1.0,"c":[1.0e+20,null,true,"x"]}',
    '{"__proto__":1}',
    "12345678901234567890",
    "[]",
    "{}",
  ])("%s reads and writes the same", (json) => {
    expect(toJson(readJson(json))).toBe(json);
  });

  test("stands on several lines when indented", () => {
    expect(toJson(readJson('{"a":[1,{}],"b":[]}'), "  ")).toBe(
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}',
    );
  });

  test("does not show a secret", () => {
    expect(JSON.stringify({ a: new Sensitive("s3cret") })).not.toContain("s3cret");
    expect(toJson([new Sensitive("s3cret")])).not.toContain("s3cret");
  });
});

test("whole numbers of JavaScript are Integers unless a parser tells them apart", () => {
  expect(fromPlain([1, 1.5, undefined, 2n])).toEqual([1n, 1.5, null, 2n]);
  expect(fromPlain([1, 2n], "bigint")).toEqual([1, 2n]);
});

test("plain data goes there and back", () => {
  const data = { a: [1, { b: null }], c: "x", d: true };
  expect(toPlain(fromPlain(data))).toEqual(data);
});

test.each([
  [
    "HTTP://user@Ex.com:80/a?b#c",
    "http://user@Ex.com/a?b#c",
    { scheme: "http", userinfo: "user", port: 80n },
  ],
  ["mailto:a@b", "mailto:a@b", { scheme: "mailto", opaque: "a@b" }],
  ["a/b", "a/b", { path: "a/b" }],
  ["file:///x", "file:///x", { host: "", path: "/x" }],
])("the URI %s", (text, written, parts) => {
  const uri = Uri.parse(text);
  expect(String(uri)).toBe(written);
  expect(uri.parts).toMatchObject(parts);
});

test.each([
  ["http://a b", 'bad URI(is not URI?): "http://a b"'],
  ["http://é", 'URI must be ascii only "http://\\u00E9"'],
  ["http://a:x/", 'bad URI(is not URI?): "http://a:x/"'],
])("%s is no URI", (text, message) => {
  expect(() => Uri.parse(text)).toThrow(message);
});
