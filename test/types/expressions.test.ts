import { describe, expect, it } from "vitest";
import { Evaluator } from "./evaluated.ts";
import { table, text } from "./tables.ts";

const evaluator = new Evaluator();
evaluator.define(text("definitions.pp"));

const TABLES = [
  ["construct.txt", "making instances"],
  ["corners.txt", "formats and texts at their limits"],
  ["access.txt", "giving types parameters"],
  ["inference-and-mismatch.txt", "inferring types and saying what does not fit"],
  ["aliases.txt", "aliases, Object types and type sets"],
  ["language.txt", "types in the language"],
  ["equality.txt", "comparing types"],
] as const;

for (const [name, title] of TABLES) {
  describe(title, () => {
    it.each(table(name))("$asked", ({ asked, answer }) => {
      expect(evaluator.answer(asked)).toBe(answer);
    });
  });
}
