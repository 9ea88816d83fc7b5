import { describe, expect, it } from "vitest";
import { commonType } from "../../src/types/common-type.ts";
import { inferSet } from "../../src/types/infer.ts";
import { describeMismatch } from "../../src/types/mismatch/describe.ts";
import { parseType } from "../../src/types/parse.ts";
import type { Value } from "../../src/values/value.ts";
import { Evaluator } from "./evaluated.ts";
import { lines, table } from "./tables.ts";

const evaluator = new Evaluator();

function list(texts: readonly string[]): string {
  return texts.length === 0 ? "-" : texts.join(" ; ");
}

function pair(asked: string): [string, string] {
  return asked.split(" ; ") as [string, string];
}

describe.each(["plain", "intricate"])("%s types", (set) => {
  const values = new Map(
    lines(`${set}/values.txt`).map((text): [string, Value] => [text, evaluator.value(text)]),
  );
  const texts = table(`${set}/texts.txt`);
  const types = texts.map(({ asked }) => parseType(asked));

  it.each(texts)("$asked prints, generalizes and normalizes", ({ asked, answer }) => {
    const type = parseType(asked);
    expect([type, type.generalize(), type.normalize()].join("\n")).toBe(answer);
  });

  it.each(table(`${set}/instances.txt`))("$asked holds its instances", ({ asked, answer }) => {
    const type = parseType(asked);
    const held = [...values].filter(([, value]) => type.isInstance(value)).map(([text]) => text);
    expect(list(held)).toBe(answer);
  });

  it.each(table(`${set}/assignable.txt`))("$asked takes narrower types", ({ asked, answer }) => {
    const type = parseType(asked);
    const taken = texts.filter((_, i) => type.isAssignable(types[i]!)).map((text) => text.asked);
    expect(list(taken)).toBe(answer);
  });

  it.each(table(`${set}/common.txt`))("$asked have a common type", ({ asked, answer }) => {
    const [a, b] = pair(asked);
    expect(String(commonType(parseType(a), parseType(b)))).toBe(answer);
  });

  it.each(table(`${set}/mismatches.txt`))("$asked do not fit", ({ asked, answer }) => {
    const [type, value] = pair(asked);
    expect(describeMismatch("x", parseType(type), inferSet(values.get(value)!))).toBe(answer);
  });
});
