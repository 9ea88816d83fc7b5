import { describe, expect, it } from "vitest";
import { MUTATIONS, mutate, seeded } from "../../scripts/mutate.ts";
import { check } from "../../src/check/check.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import type { Issue } from "../../src/diagnostics/issue.ts";
import { sourceOf } from "../../src/source/read.ts";
import { parse } from "../../src/syntax/parse.ts";
import { sample } from "./vectors.ts";

/** The errors of a file with these bytes; none when it is still a program. */
function errorsOf(bytes: Buffer, epp: boolean): readonly Issue[] {
  try {
    const { program, issues } = parse(sourceOf(bytes, "f.pp"), { epp });
    const all = program === undefined ? issues : [...issues, ...check(program)];
    return all.filter(({ severity }) => severity === "error");
  } catch (failure) {
    if (failure instanceof Failure) return [failure.issue];
    throw failure;
  }
}

function hasPlace({ place }: Issue): boolean {
  return place?.line !== undefined || place?.span !== undefined;
}

const texts = { "site.pp": sample("site.pp"), "site.epp": sample("site.epp") };

describe.each(Object.entries(texts))("mutations of %s", (name, text) => {
  it("are accepted or end in errors with a place", () => {
    const random = seeded(20);
    let rejected = 0;
    for (let count = 0; count < 140; count++) {
      const mutated = mutate(text, MUTATIONS[count % MUTATIONS.length]!, random);
      const errors = errorsOf(Buffer.from(mutated), name.endsWith(".epp"));
      if (errors.length > 0) rejected++;
      expect(errors.filter((issue) => !hasPlace(issue))).toEqual([]);
    }
    expect(rejected).toBeGreaterThan(40);
  });

  it("with a bad byte name its place", () => {
    const random = seeded(8);
    for (let count = 0; count < 60; count++) {
      const bytes = Buffer.from(text);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = 0xff;
      const line = bytes.subarray(0, at).toString("latin1").split("\n").length;
      const [error] = errorsOf(bytes, name.endsWith(".epp"));
      expect([error?.code, error?.place?.line]).toEqual(["INVALID_UTF8", line]);
    }
  });
});
