import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { Source } from "../../src/source/source.ts";
import { PuppetGrammar } from "../../src/syntax/grammar/puppet-grammar.ts";
import { parse } from "../../src/syntax/parse.ts";

describe("the grammar", () => {
  it("passes the validations that the program skips", () => {
    expect(() => new PuppetGrammar(true)).not.toThrow();
  });

  it.each([
    ["brackets", "[".repeat(100_000)],
    ["strings", '"${'.repeat(50_000)],
    ["sums", `$x = 1${" + 1".repeat(50_000)}`],
    ["chains of calls", `$x${".y".repeat(50_000)}`],
    ["else parts", `if 1 { }${" elsif 1 { }".repeat(20_000)}`],
  ])("ends too many %s in an issue", (_, text) => {
    const { program, issues } = parse(new Source(text));
    const all = program === undefined ? issues : check(program);
    expect(all.map(({ code, place }) => [code, place?.span !== undefined])).toEqual([["SYNTAX_ERROR", true]]);
  });

  it("parses again after giving up", () => {
    parse(new Source("class a { ("));
    const { program } = parse(new Source("class b { class c { } }"));
    expect(program?.definitions.map((each) => ("name" in each ? each.name : ""))).toEqual(["b::c", "b"]);
  });
});
