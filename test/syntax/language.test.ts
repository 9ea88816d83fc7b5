import { describe, expect, it } from "vitest";
import { answer, type Mode, vectors } from "./vectors.ts";

const GROUPS: readonly (readonly [string, Mode])[] = [
  ["language", {}],
  ["templates", { epp: true }],
  ["plans", { tasks: true }],
];

describe.each(GROUPS)("the same answers as Puppet's parser and validator: %s", (name, mode) => {
  it.each(vectors(name))("$text", (vector) => {
    const { pn, issues } = answer(vector, mode);
    expect(issues).toEqual(vector.issues ?? []);
    if (vector.pn !== undefined) expect(pn).toBe(vector.pn);
  });
});
