import { describe, expect, test } from "vitest";
import { answer, rows } from "./answer.ts";

/** What Puppet 7.23 says to each expression; errors begin with `!`. */
describe.each(["builtin", "iteration"])("%s", (name) => {
  test.each(rows(new URL(`./${name}.answers.txt`, import.meta.url)))("%s", (expression, expected) => {
    expect(answer(expression).text.trimEnd()).toBe(expected);
  });
});
