import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { Source } from "../../src/source/source.ts";
import { parse } from "../../src/syntax/parse.ts";

function codesOf(text: string): string[] {
  return check(parse(new Source(text)).program!).map(({ code }) => code);
}

/** Definitions, and whether they must be at the very top; after Puppet's own validator_spec. */
const DEFINITIONS: readonly (readonly [string, boolean])[] = [
  ["class x{}", false],
  ["define x{}", false],
  ["node x{}", false],
  ["function x() {}", true],
  ["type A = Data", true],
  ["type C = Hash[String[1],Integer]", true],
  ["type A {}", true],
];

/** What they are nested in, and whether it is a block of its own. */
const NESTERS: readonly (readonly [(inner: string) => string, boolean])[] = [
  [(inner) => `define y{ ${inner} }`, true],
  [(inner) => `function y() { ${inner} }`, true],
  [(inner) => `type A { ${inner} }`, true],
  [(inner) => `if true { ${inner} }`, false],
  [(inner) => `if false {} else { ${inner} }`, false],
  [(inner) => `unless false { ${inner} }`, false],
];

const NESTED = DEFINITIONS.flatMap(([inner, topmost]) => {
  return NESTERS.map(([nest, block]) => [nest(inner), topmost && block] as const);
});

describe("definitions", () => {
  it.each(NESTED)("do not nest: %s", (text, absolute) => {
    expect(codesOf(text)).toContain(absolute ? "NOT_ABSOLUTE_TOP_LEVEL" : "NOT_TOP_LEVEL");
  });

  it.each(DEFINITIONS)("stand anywhere at the top: %s", (text) => {
    for (const program of [text, `$a = 10\n${text}`, `${text}\n$a = 10`, `$a = 10\n${text}\n$b = 20`]) {
      expect(codesOf(program).filter((code) => code.includes("TOP_LEVEL"))).toEqual([]);
    }
  });

  const RESERVED =
    "any unit scalar boolean numeric integer float collection array hash tuple struct variant".split(" ");

  it.each(RESERVED)("are not named after the type %s", (name) => {
    for (const text of [`class ${name} {}`, `define ${name} {}`, `function ${name}() {}`]) {
      expect(codesOf(text)).toEqual(["RESERVED_TYPE_NAME"]);
    }
  });
});
