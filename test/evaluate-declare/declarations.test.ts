import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { casesOf, compiledText } from "./harness.ts";

const CASES = join(import.meta.dirname, "cases");

for (const file of readdirSync(CASES)) {
  describe(file.replace(".txt", ""), () => {
    it.each(casesOf(join(CASES, file)))("$title", ({ code, expected }) => {
      expect(compiledText(code)).toBe(expected);
    });
  });
}
