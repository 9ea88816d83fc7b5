import { expect, test } from "vitest";
import { answer } from "./answer.ts";

/** What is logged besides the answer, each once. */
test.each([
  [
    "abs('-1') + abs('-1')",
    [
      "warning: The abs() function's auto conversion of String to Numeric is deprecated - change to convert input " +
        "before calling\n   (file & line not available)",
    ],
  ],
  ["empty(1)", ["warning: Calling function empty() with Numeric value is deprecated.\n   (line: 1)"]],
  ["notice('a', [1, undef], 1.0)", ["notice: a [1, ] 1.0"]],
  ["err({'a' => 'b'})", ["err: {a => b}"]],
])("%s", (code, expected) => {
  expect(answer(code).logs.map(({ level, message }) => `${level}: ${message}`)).toEqual(expected);
});
