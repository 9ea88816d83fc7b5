import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import { Hash } from "../../src/values/hash.ts";
import { compiledText, inputFor } from "./harness.ts";

const site = join(import.meta.dirname, "site");
const environment = directoryEnvironment("production", site);

function text(code: string): string {
  return compiledText(code, { environment }).replaceAll(`${join(site, "modules")}/`, "");
}

describe("what modules define is loaded when it is asked for", () => {
  it("classes, defines, functions and types", () => {
    expect(text("include m")).toBe(
      [
        'Class[M] in Stage[main] {"port":80} #class #m',
        "Class[M::Params] in Stage[main] #class #m::params #m #params",
        "Class[M::Sub::Deep] in Stage[main] #class #m::sub::deep #m #sub #deep",
        "Notify[deep 7 7 m] in Class[M::Sub::Deep] #notify #class #m::sub::deep #m #sub #deep",
        "Class[N] in Stage[main] #class #n #m::sub::deep #m #sub #deep",
        "N::Def[q] in Class[N] #n::def #n #def #q #class #m::sub::deep #m #sub #deep",
        'M::Thing[one] in Class[M] {"a":7} #m::thing #m #thing #one #class',
        "Notify[r6] in Class[M] #notify #r6 #class #m",
        "Notify[ndef n] in N::Def[q] #notify #n::def #n #def #q #class #m::sub::deep #m #sub #deep",
        "Notify[thing one 7 m] in M::Thing[one] #notify #m::thing #m #thing #one #class",
      ].join("\n"),
    );
  });

  it.each([
    [
      "class { 'm': port => 99999 }",
      "! Evaluation Error: Error while evaluating a Resource Statement, Class[M]: parameter 'port' expects a M::Port = Integer[1, 65535] value, got Integer[99999, 99999] (file: site.pp, line: 1, column: 1) on node node1",
    ],
    [
      "include broken",
      "! Syntax error at '}' (file: broken/manifests/init.pp, line: 2, column: 16) on node node1",
    ],
    [
      "include m::nothing",
      "! Evaluation Error: Error while evaluating a Function Call, Could not find class ::m::nothing for node1 (file: site.pp, line: 1, column: 1) on node node1",
    ],
    [
      "m::nothing { 'x': }",
      "! Evaluation Error: Error while evaluating a Resource Statement, Unknown resource type: 'm::nothing' (file: site.pp, line: 1, column: 1) on node node1",
    ],
    [
      "define m::thing() { if M::Thing =~ Type { notice('known') } } m::thing { 'x': }",
      ["notice: known", "M::Thing[x] in Class[main] #m::thing #m #thing #x #class"].join("\n"),
    ],
    ["thing { '/x': size => 1 }", 'Thing[/x] in Class[main] {"size":1} #thing #class'],
    [
      "thing { '/x': sice => 1 }",
      "! no parameter named 'sice' (file: site.pp, line: 1) on Thing[/x] (file: site.pp, line: 1) on node node1",
    ],
    [
      "thing { '/x': }\nthing { 'y': path => '/x' }",
      '! Evaluation Error: Error while evaluating a Resource Statement, Cannot alias Thing[y] to ["/x"]',
    ],
  ])("%s", (code, expected) => {
    expect(text(code)).toContain(expected);
  });

  it("a define whose name a type alias has too, in defaults, collectors and references", () => {
    const code =
      "M::Thing { a => 1 } m::thing { 'x': } @m::thing { 'y': } M::Thing <| title == 'y' |> { a => 2 }\nnotice(M::Thing, M::Thing['x'], {} =~ M::Thing, defined(M::Thing))";
    expect(text(code)).toContain("notice: M::Thing M::Thing['x'] false true");
    expect(text(code)).toContain('M::Thing[x] in Class[main] {"a":1}');
    expect(text(code)).toContain('M::Thing[y] in Class[main] {"a":2}');
  });

  it("an alias alone is no resource type", () => {
    expect(text("M::Port { a => 1 }")).toContain(
      "Illegal Resource Type expression, expected result to be a type name, or untitled Resource, got Type[M::Port]",
    );
    expect(text("M::Port <| |>")).toContain("Resource type m::port doesn't exist");
  });

  it("a fact's name may have colons: a variable, which one of a class of that name hides", () => {
    const input = inputFor("");
    const node = { ...input.node, facts: Hash.of({ "web::tier": "front" }) };
    const told = (code: string) => compiledText(code, { node });
    expect(told("notice($web::tier, $::web::tier, getvar('web::tier'), defined('$web::tier'))")).toBe(
      "notice: front front front false",
    );
    expect(told("class web { $tier = 'own' } notice($web::tier) include web notice($web::tier)")).toContain(
      "notice: front\nnotice: own",
    );
    expect(
      told("class base { $tier = 'b' } class web inherits base { } include web notice($web::tier)"),
    ).toContain("notice: front");
  });

  it.each([
    [
      "misfiled::nothing()",
      "functions/nothing.pp does not define the function 'misfiled::nothing' - it is empty.",
    ],
    [
      "misfiled::pair()",
      "functions/pair.pp must contain only the function 'misfiled::pair' - it has additional definitions.",
    ],
    [
      "misfiled::kind()",
      "functions/kind.pp does not define the function 'misfiled::kind' - no function found.",
    ],
    ["Misfiled::Nothing", "types/nothing.pp does not define the type 'misfiled::nothing' - it is empty."],
    [
      "Misfiled::Pair",
      "types/pair.pp must contain only the type 'misfiled::pair' - it has additional definitions.",
    ],
    [
      "Misfiled::Name",
      "types/name.pp produced type with the wrong name, expected 'misfiled::name', actual 'Misfiled::Renamed'",
    ],
    [
      "Misfiled::Kind",
      "types/kind.pp does not define the type 'misfiled::kind' - no type alias or type definition found.",
    ],
  ])("%s: its file defines that and nothing else", (code, expected) => {
    const used = code.endsWith(")") ? code : `notice(1 =~ ${code})`;
    expect(text(used)).toContain(`The code loaded from misfiled/${expected}`);
  });
});
