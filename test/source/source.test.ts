import { expect, it } from "vitest";
import { Source } from "../../src/source/source.ts";

const source = new Source("ab\r\n\n😀é\nlast", "a.pp");

it.each([
  [0, 1, 1],
  [2, 1, 3],
  [4, 2, 1],
  [5, 3, 1],
  [7, 3, 2],
  [8, 3, 3],
  [9, 4, 1],
  [13, 4, 5],
])("offset %i is line %i, column %i, counted in characters", (offset, line, column) => {
  expect(source.position(offset)).toEqual({ line, column });
});

it.each([
  [1, "ab"],
  [2, ""],
  [3, "😀é"],
  [4, "last"],
  [5, ""],
])("line %i is %j", (number, text) => {
  expect(source.line(number)).toBe(text);
});
