import { expect, it } from "vitest";
import { unsupportedNode } from "../../src/cli/node-version.ts";

it.each([
  ["20.20.2", "nostrings needs Node.js 22.3 or later; this is 20.20.2"],
  ["22.2.0", "nostrings needs Node.js 22.3 or later; this is 22.2.0"],
  ["22.3.0", undefined],
  ["24.21.0", undefined],
])("Node.js %s", (version, refusal) => {
  expect(unsupportedNode(version)).toBe(refusal);
});
