import { describe, expect, it } from "vitest";
import { evaluateManifests } from "../../src/compile/manifests.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import type { Hiera } from "../../src/hiera/hiera.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import type { Value } from "../../src/values/value.ts";
import { treeOf } from "../modules/tree.ts";
import { compiledText, inputFor } from "./harness.ts";

function hieraOf(data: Readonly<Record<string, Value>>): Hiera {
  return { lookup: (key) => data[key] };
}

describe("parameters of classes are looked up", () => {
  const code = "class a ($x, $y = 'default', $z = 'default') { notify { \"$x $y $z\": } }";
  const hiera = hieraOf({ "a::x": 1n, "a::y": "data", "a::z": null });

  it.each([
    ["include a", "1 data default"],
    ["class { 'a': x => 'given', y => undef }", "given data default"],
    ["class { 'a': z => 'given' }", "1 data given"],
  ])("%s", (use, title) => {
    expect(compiledText(`${code}\n${use}`, { hiera })).toContain(`Notify[${title}]`);
  });

  it("and are not for defines", () => {
    const define = "define d($x = 'default') { notify { $x: } }\nd { 'q': }";
    expect(compiledText(define, { hiera: hieraOf({ "d::x": "data" }) })).toContain("Notify[default]");
  });

  it("with the type that the class wants", () => {
    expect(compiledText("class b (Integer $x) {}\ninclude b", { hiera: hieraOf({ "b::x": "one" }) })).toBe(
      "! Evaluation Error: Error while evaluating a Function Call, Class[B]: parameter 'x' expects an Integer value, got String (file: site.pp, line: 2, column: 1) on node node1",
    );
  });
});

describe("classes that the node is given", () => {
  const code = "class a ($x = 1) { notify { \"a$x\": } }\nclass b { notify { 'b': } }\ninclude b";

  it("are declared after the manifests, with their parameters", () => {
    const classes = new Map([
      ["b", new Map<string, Value>()],
      ["::A", new Map<string, Value>([["x", 2n]])],
    ]);
    expect(
      compiledText(code, { classes })
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(["Class[B]", "Notify[b]", "Class[A]", "Notify[a2]"]);
  });

  it("have to be there", () => {
    expect(compiledText(code, { classes: new Map([["nope", new Map()]]) })).toBe(
      "! Could not find class nope for node1 on node node1",
    );
  });
});

describe("classes that inherit from themselves", () => {
  it.each([
    [
      "class a inherits a {}\ninclude a",
      "! Class 'a' inherits from itself: a inherits a (file: site.pp, line: 1) on node node1",
    ],
    [
      "class a inherits b {}\nclass b inherits c {}\nclass c inherits b {}\ninclude a",
      "! Class 'a' inherits from itself: a inherits b inherits c inherits b (file: site.pp, line: 1) on node node1",
    ],
  ])("%s", (code, expected) => {
    expect(compiledText(code)).toBe(expected);
  });
});

describe("several manifests", () => {
  it("are evaluated as one, in the order of their names", () => {
    const root = treeOf({
      "manifests/a.pp": "$x = 1\ninclude late",
      "manifests/b/c.pp": "class late { notify { 'late': } }",
      "manifests/z.pp": 'notify { "x is $x": }',
    });
    const environment = directoryEnvironment("production", root);
    const { catalog } = evaluateManifests({ ...inputFor(""), environment, code: undefined });
    expect(catalog.classes).toEqual(["settings", "late"]);
    expect(catalog.resources.slice(3).map(({ title }) => title)).toEqual(["Late", "late", "x is 1"]);
  });
});

/** Times are generous: only something quadratic takes so long. */
describe("compiling is linear", () => {
  const many = (count: number, line: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => line(n)).join("\n");

  it.each([
    [
      "five thousand files in two hundred classes",
      many(
        200,
        (c) => `class c${c} { ${many(25, (f) => `file { '/c${c}/f${f}': ensure => file }`)} }\ninclude c${c}`,
      ),
      5203,
    ],
    [
      "three thousand chained",
      many(3000, (n) => `notify { 'n${n}': ${n > 0 ? `require => Notify['n${n - 1}']` : ""} }`),
      3003,
    ],
    ["a thousand arrows", many(1000, (n) => `notify { 'n${n}': } ${n < 999 ? "->" : ""}`), 1003],
    [
      "three thousand instances that realize",
      `define d { @user { "u\${title}": } realize User["u\${title}"] }\n${many(3000, (n) => `d { 'x${n}': }`)}`,
      6003,
    ],
    [
      "instances nine hundred deep, and a collector",
      "define d($n) { if $n > 0 { d { \"d$n\": n => $n - 1 } } }\nd { 'top': n => 900 }\nD <| |> -> notify { 'x': }",
      905,
    ],
  ])(
    "%s",
    (_, code, count) => {
      expect(evaluateManifests(inputFor(code)).catalog.resources).toHaveLength(count);
    },
    10_000,
  );
});

describe("what is wrong in several places is told at once", () => {
  function toldBy(code: string): readonly string[] {
    try {
      evaluateManifests(inputFor(code));
      return [];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { message, related = [] } = error.issue;
      return [
        message,
        ...related.map((each) => `${each.place.line}:${each.place.column ?? ""} ${each.message}`),
      ];
    }
  }

  it.each([
    [
      "file { '/x':\n  foo => 1,\n  mod => 2,\n}",
      [
        "no parameter named 'foo' (file: site.pp, line: 1) on File[/x]",
        "2:3 the parameter is set here",
        "3:3 no parameter named 'mod' (file: site.pp, line: 1) on File[/x]",
      ],
    ],
    [
      "notify { 'a': require => File['/b'] }\nnotify { 'c': before => [User['d'], Notify['a']] }",
      [
        "Could not find resource 'File[/b]' in parameter 'require'",
        "2: Could not find resource 'User[d]' in parameter 'before'",
      ],
    ],
    [
      "notify { 'a': }\nNotify['a'] -> Notify['b']\nNotify['c'] ~> Notify['a']",
      [
        "Could not find resource 'Notify[b]' for relationship from 'Notify[a]'",
        "2:13 the relationship is stated here",
        "3:13 Could not find resource 'Notify[c]' for relationship on 'Notify[a]'",
      ],
    ],
    [
      "notify { 'a': }\nnotify { 'b': }\nnotify { 'a': }",
      [
        "Evaluation Error: Error while evaluating a Resource Statement, Duplicate declaration: Notify[a] is already declared at (file: site.pp, line: 1); cannot redeclare (file: site.pp, line: 3)",
        "1:1 Notify[a] is first declared here",
      ],
    ],
  ])("%s", (code, told) => {
    expect(toldBy(code)).toEqual(told);
  });

  it("with the names that may have been meant", () => {
    const hint = (code: string) => {
      try {
        evaluateManifests(inputFor(code));
      } catch (error) {
        return error instanceof Failure ? error.issue.hint : String(error);
      }
    };
    expect(hint("file { '/x': mod => 1 }")).toContain("'mode'");
    expect(hint("notfy { 'x': }")).toContain("'notify'");
    expect(hint("class apache { }\ninclude apachee")).toContain("'apache'");
  });
});
