import { describe, expect, it } from "vitest";
import { commonType } from "../../src/types/common-type.ts";
import { inferSet } from "../../src/types/infer.ts";
import { describeMismatch } from "../../src/types/mismatch/describe.ts";
import { parseType } from "../../src/types/parse.ts";
import type { Value } from "../../src/values/value.ts";
import { Evaluator } from "./evaluated.ts";
import { lines, table } from "./tables.ts";

const evaluator = new Evaluator();
const values = new Map(lines("values.txt").map((text): [string, Value] => [text, evaluator.value(text)]));
const types = table("texts.txt").map(({ asked }) => asked);

function list(texts: readonly string[]): string {
  return texts.length === 0 ? "-" : texts.join(" ; ");
}

function pair(asked: string): [string, string] {
  return asked.split(" ; ") as [string, string];
}

describe("the texts of a type, generalized and normalized", () => {
  it.each(table("texts.txt"))("$asked", ({ asked, answer }) => {
    const type = parseType(asked);
    expect([type, type.generalize(), type.normalize()].join("\n")).toBe(answer);
  });
});

describe("which values are instances", () => {
  it.each(table("instances.txt"))("$asked", ({ asked, answer }) => {
    const type = parseType(asked);
    const held = [...values].filter(([, value]) => type.isInstance(value)).map(([text]) => text);
    expect(list(held)).toBe(answer);
  });
});

describe("which types are assignable", () => {
  it.each(table("assignable.txt"))("$asked", ({ asked, answer }) => {
    const type = parseType(asked);
    expect(list(types.filter((other) => type.isAssignable(parseType(other))))).toBe(answer);
  });
});

describe("the common type", () => {
  it.each(table("common.txt"))("$asked", ({ asked, answer }) => {
    const [a, b] = pair(asked);
    expect(String(commonType(parseType(a), parseType(b)))).toBe(answer);
  });
});

describe("why a value does not fit", () => {
  it.each(table("mismatches.txt"))("$asked", ({ asked, answer }) => {
    const [type, value] = pair(asked);
    expect(describeMismatch("x", parseType(type), inferSet(values.get(value)!))).toBe(answer);
  });
});
