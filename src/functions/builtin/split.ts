import { defineFunction, param } from "../../evaluate/functions/function.ts";
import type { RegexpType } from "../../types/regexp-type.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubySplit } from "../ruby-split.ts";

const text = param("String", "str");

/** The parts of a string between what a pattern matches. */
export const split = defineFunction(
  "split",
  {
    params: [text, param("String", "pattern")],
    body: (_call, str: string, pattern: string) => rubySplit(str, Regexp.checked(pattern)),
  },
  {
    params: [text, param("Regexp", "pattern")],
    body: (_call, str: string, pattern: Regexp) => rubySplit(str, pattern),
  },
  {
    params: [text, param("Type[Regexp]", "pattern")],
    body: (_call, str: string, { regexp }: RegexpType) => rubySplit(str, regexp ?? new Regexp("")),
  },
);
