import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { casesOf } from "./case-file.ts";
import { output } from "./evaluator.ts";

const folder = new URL("../cases/evaluate/", import.meta.url);

for (const file of readdirSync(folder)) {
  describe(`what Puppet says to ${file}`, () => {
    it.each(casesOf(new URL(file, folder)))("$name", ({ code, expected }) => {
      const lines = output(code).join("\n").split("\n");
      expect(
        lines
          .map((line) => line.trimEnd())
          .join("\n")
          .trimEnd(),
      ).toBe(expected);
    });
  });
}
