import { expect, it } from "vitest";
import { loadedWhenUsed } from "../../src/launch/loaded-when-used.ts";

it("loads a module once, when something of it is used", () => {
  const loaded: string[] = [];
  const require = loadedWhenUsed((name) => {
    loaded.push(name);
    return { double: (n: number) => 2 * n, name };
  });
  const module = require("node:zlib") as { double(n: number): number; name: string };
  expect(loaded).toEqual([]);
  expect([module.double(4), module.name]).toEqual([8, "node:zlib"]);
  expect({ ...module }).toEqual({ double: expect.any(Function), name: "node:zlib" });
  expect(loaded).toEqual(["node:zlib"]);
});
