import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Source } from "../../src/source/source.ts";
import type * as ast from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";
import { bare } from "./bare.ts";
import { programs } from "./programs.ts";
import { type Mode, sample, vectors } from "./vectors.ts";

function read(text: string, mode: Mode): ast.Program | undefined {
  return parse(new Source(text), mode).program;
}

const GROUPS: readonly (readonly [string, Mode])[] = [
  ["language", {}],
  ["templates", { epp: true }],
  ["plans", { tasks: true }],
];

describe("printing", () => {
  it.each(GROUPS)("gives back all programs of %s", (name, mode) => {
    for (const { text } of vectors(name)) {
      const program = read(text, mode);
      if (program === undefined) continue;
      expect([text, bare(read(print(program), mode))]).toEqual([text, bare(program)]);
    }
  });

  it("gives back the sample", () => {
    const program = read(sample("site.pp"), {});
    expect(bare(read(print(program!), {}))).toEqual(bare(program));
  });

  it("gives back generated programs", () => {
    fc.assert(
      fc.property(programs, (body) => {
        const text = print(body);
        const program = read(text, {});
        expect([text, bare(program?.body)]).toEqual([text, bare(body)]);
      }),
      { numRuns: 80, seed: 5 },
    );
  });
});
