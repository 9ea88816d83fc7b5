import { Regexp } from "../values/regexp.ts";

/** Ruby's character sets of `tr` as a part of a pattern: ranges, and `^` in front for all others. */
export function characterSet(text: string): string {
  const negated = text.length > 1 && text.startsWith("^");
  const inside = Regexp.escape(negated ? text.slice(1) : text).replace(/(?<=.)\\-(?=.)/g, "-");
  return `[${negated ? "^" : ""}${inside.replace(/\\([# ])/g, "$1")}]`;
}
