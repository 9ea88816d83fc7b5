import { describe, expect, it } from "vitest";
import { Source } from "../../src/source/source.ts";
import { PuppetGrammar } from "../../src/syntax/grammar/puppet-grammar.ts";
import { parse } from "../../src/syntax/parse.ts";

describe("the grammar", () => {
  it("passes the validations that the program skips", () => {
    expect(() => new PuppetGrammar(true)).not.toThrow();
  });

  it("ends deep nesting in an issue", () => {
    const { program, issues } = parse(new Source("[".repeat(100_000)));
    expect(program).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(["SYNTAX_ERROR"]);
  });

  it("parses again after giving up", () => {
    parse(new Source("class a { ("));
    const { program } = parse(new Source("class b { class c { } }"));
    expect(program?.definitions.map((each) => ("name" in each ? each.name : ""))).toEqual(["b::c", "b"]);
  });
});
