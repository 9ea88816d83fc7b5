import { fail } from "../../diagnostics/failure.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { flattened } from "./flatten.ts";

/** The arguments as words for a Bourne shell. */
export const shellquote = defineLegacyFunction("shellquote", -1, (_call, args) =>
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
