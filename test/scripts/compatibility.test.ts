import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compatibility } from "../../scripts/compatibility/document.ts";
import examples from "../conformance/failing-examples.json" with { type: "json" };

it("docs/compatibility.md is what scripts/generate-compatibility.ts writes", () => {
  const written = readFileSync(new URL("../../docs/compatibility.md", import.meta.url), "utf8");
  expect(written).toBe(compatibility(examples));
});
