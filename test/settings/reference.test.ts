import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withSettings } from "../../scripts/settings-reference.ts";

it("docs/command-line.md lists the settings of the table: node scripts/generate-settings.ts", () => {
  const document = readFileSync(new URL("../../docs/command-line.md", import.meta.url), "utf8");
  expect(withSettings(document)).toBe(document);
});
