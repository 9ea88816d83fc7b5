import { describe, expect, it } from "vitest";
import { Source } from "../../src/source/source.ts";
import { nodeToPn } from "../../src/syntax/node-to-pn.ts";
import { parse } from "../../src/syntax/parse.ts";
import { formatPn, type Pn, pnToJson } from "../../src/syntax/pn.ts";

function pnOf(text: string): Pn {
  return nodeToPn(parse(new Source(text)).program!);
}

describe("Puppet Notation", () => {
  it("indents as `puppet parser dump --format pn --pretty`", () => {
    expect(formatPn(pnOf("if $x { f(1.0, /r/) }"), true)).toBe(
      [
        "(if",
        "  {",
        "    :test (var",
        '      "x")',
        "    :then [",
        "      (invoke",
        "        {",
        "          :functor (qn",
        '            "f")',
        "          :args [",
        "            1.0",
        "            (regexp",
        '              "r")]})]})',
      ].join("\n"),
    );
  });

  const JSON_ROWS: readonly (readonly [string, string])[] = [
    ["{a => undef}", '{"^":["hash",{"^":["=>",{"^":["qn","a"]},null]}]}'],
    ["if $x { [] }", '{"^":["if",{"#":["test",{"^":["var","x"]},"then",[{"^":["array"]}]]}]}'],
    [
      "[0x1F, -1.5e-7, 1e16, 'a\\n']",
      '{"^":["array",{"^":["int",{"#":["radix",16,"value",31]}]},-1.5e-07,1.0e+16,"a\\\\n"]}',
    ],
  ];

  it.each(JSON_ROWS)("%s as JSON", (text, json) => {
    expect(pnToJson(pnOf(text))).toBe(json);
  });

  it("indents JSON as Ruby does", () => {
    const expected = { "^": ["if", { "#": ["test", { "^": ["var", "x"] }, "then", [{ "^": ["array"] }]] }] };
    expect(pnToJson(pnOf("if $x { [] }"), true)).toBe(JSON.stringify(expected, undefined, 2));
  });
});
