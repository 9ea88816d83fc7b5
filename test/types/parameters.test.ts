import { describe, expect, it } from "vitest";
import { describeParameters } from "../../src/types/mismatch/parameters.ts";
import { parseLiteral, parseType } from "../../src/types/parse.ts";
import type { StructType } from "../../src/types/struct-type.ts";
import { Deferred } from "../../src/values/deferred.ts";
import type { Value } from "../../src/values/value.ts";
import { table } from "./tables.ts";

const integer = parseType("Struct[{a=>Integer}]") as StructType;

describe("what is wrong with the parameters of a class", () => {
  it.each(table("parameters.txt"))("$asked", ({ asked, answer }) => {
    const [type, given] = asked.split(" ; ") as [string, string];
    const parameters = new Map(parseLiteral(given) as unknown as Iterable<[string, Value]>);
    expect(describeParameters("Class[Foo]", parseType(type) as StructType, parameters) ?? "-").toBe(answer);
  });

  it("lets values come later when it is told to", () => {
    expect(describeParameters("Class[Foo]", integer, new Map(), { missingOk: true })).toBeUndefined();
  });

  it.each([
    ["Integer[1]", undefined],
    [undefined, undefined],
    ["String", "Class[Foo]: parameter 'a' expects an Integer value, got String"],
  ])("checks a deferred call by what it returns: %s", (returns, words) => {
    const given = new Map([["a", new Deferred("f")]]);
    const deferredType = () => (returns === undefined ? undefined : parseType(returns));
    expect(describeParameters("Class[Foo]", integer, given, { deferredType })).toBe(words);
  });
});
