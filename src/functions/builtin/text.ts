import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, optionalBlock, optionalParam, param } from "../../evaluate/functions/function.ts";
import type { RegexpType } from "../../types/regexp-type.ts";
import { boundedText } from "../../values/materialize.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { rubyScanf } from "../ruby-scanf.ts";
import { sprintf as format } from "../sprintf/sprintf.ts";
import { flattened } from "./grouping.ts";

/**
 * Ruby's `split`: what groups took stands between the parts, empty parts at the end are dropped. Where a pattern
 * matches nothing at all, the text is cut after the next character, unless the pattern matches more there.
 */
export function rubySplit(text: string, pattern: Regexp): string[] {
  if (text === "") return [];
  const parts: string[] = [];
  let begin = 0;
  let start = 0;
  let sawNothing = false;
  for (;;) {
    const match = start <= text.length ? pattern.match(text, start) : undefined;
    if (!match) break;
    const nothing = match.start === start && match.end === start;
    if (nothing && !sawNothing) {
      start += characterLength(text, start);
      sawNothing = true;
      continue;
    }
    parts.push(text.slice(begin, nothing ? start : match.start));
    if (!nothing) start = match.end;
    begin = start;
    sawNothing = false;
    parts.push(...match.groups.slice(1).filter((group) => group !== undefined));
  }
  if (begin < text.length) parts.push(text.slice(begin));
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const text = param("String", "str");

/** The parts of a string between what a pattern matches. */
const split = defineFunction(
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

/** The elements of an array, and of arrays in it, as one text. */
const join = defineFunction("join", {
  params: [param("Array", "arg"), optionalParam("String", "delimiter")],
  body: (_call, arg: readonly Value[], delimiter = "") => joined(arg, delimiter as string),
});

/** Ruby's `join`: arrays in the array are joined the same way. */
export function joined(values: readonly Value[], delimiter: string): string {
  return boundedText(
    values
      .map((value) => (Array.isArray(value) ? joined(value, delimiter) : rubyText(value)))
      .join(delimiter),
  );
}

/** The arguments written as a format says. */
const sprintf = defineLegacyFunction("sprintf", -2, (_call, [text, ...args]) =>
  format(rubyText(text!), args),
);

/** The values that a format finds in a string, or what the lambda makes of them. */
const scanf = defineFunction("scanf", {
  params: [param("String", "data"), param("String", "format")],
  block: optionalBlock(),
  body({ block }, data: string, format: string) {
    const found = rubyScanf(data, format);
    return block ? block.call([found]) : found;
  },
});

/** The arguments as words for a Bourne shell. */
const shellquote = defineLegacyFunction("shellquote", -1, (_call, args) =>
  flattened(args).map(word).join(" "),
);

function word(value: Value): string {
  if (typeof value !== "string") {
    fail("ARGUMENT_ERROR", `undefined method \`length' for ${rubyText(value)}:${rubyClass(value)}`);
  }
  return quotedWord(value);
}

/** A text as one word: plain, in double or in single quotes, or with backslashes. */
export function quotedWord(text: string): string {
  if (/^[a-zA-Z0-9@%_+=:,./-]+$/.test(text)) return text;
  if (!/[!"`$\\]/.test(text)) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replace(/[!"`$\\]/g, "\\$&")}"`;
}

/** The functions of this chapter. */
export const textFunctions: readonly BuiltinFunction[] = [split, join, sprintf, scanf, shellquote];
