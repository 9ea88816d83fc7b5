import { expect, test } from "vitest";
import { answer, rows } from "./answer.ts";

/** What Puppet 7.23 says to each expression; errors begin with `!`. */
test.each(rows(new URL("./builtin.answers.txt", import.meta.url)))("%s", (expression, expected) => {
  expect(answer(expression).text.trimEnd()).toBe(expected);
});
