import type { Lexing } from "./lexing.ts";

/** The escapes of a double-quoted string; a line end stands for itself. */
export const DQ_ESCAPES: ReadonlySet<string> = new Set([
  "\\",
  "$",
  "'",
  '"',
  "r",
  "n",
  "t",
  "s",
  "u",
  "\r\n",
  "\n",
]);

const UNICODE = /((?:[^\\]|^)(?:\\\\)*)\\u(?:([\da-fA-F]{4})|\{([\da-fA-F]{1,6})\})/gm;
const ESCAPE = /\\([^\r\n]|\r?\n)/gu;
const PLAIN: Readonly<Record<string, string>> = { r: "\r", n: "\n", t: "\t", s: " ", "\n": "", "\r\n": "" };

/** The text of a single-quoted string with its two escapes replaced. */
export function replaceSingleQuotedEscapes(text: string): string {
  return text.includes("\\") ? text.replace(/\\([\\'])/g, "$1") : text;
}

/**
 * Replace the allowed escapes. Unicode escapes go first and their result takes part in the second round, as in
 * Puppet's lexer (lib/puppet/pops/parser/slurp_support.rb). `strict` warns of escapes that mean nothing.
 */
export function replaceEscapes(
  lx: Lexing,
  text: string,
  escapes: ReadonlySet<string>,
  strict: boolean,
): string {
  if (!text.includes("\\") || escapes.size === 0) return text;
  const decoded = escapes.has("u") && text.includes("\\u") ? unicode(lx, text) : text;
  return decoded.replace(ESCAPE, (whole, char: string) => {
    if (!escapes.has(char)) {
      if (strict) lx.warn("UNRECOGNIZED_ESCAPE", `Unrecognized escape sequence '\\${char}'`);
      return whole;
    }
    if (char === "u") {
      lx.warn("ILLEGAL_UNICODE_ESCAPE", ILLEGAL_UNICODE);
      return whole;
    }
    return PLAIN[char] ?? char;
  });
}

const ILLEGAL_UNICODE =
  "Unicode escape '\\u' was not followed by 4 hex digits or 1-6 hex digits in {} or was > 10ffff";

/** Adjacent escapes share their border, so replacing goes on until nothing changes. */
function unicode(lx: Lexing, text: string): string {
  let before = "";
  let after = text;
  while (after !== before) {
    before = after;
    after = before.replace(UNICODE, (_, lead: string, four?: string, braced?: string) => {
      const code = Number.parseInt(four ?? braced!, 16);
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        lx.fail("ILLEGAL_UNICODE_ESCAPE", ILLEGAL_UNICODE);
      return lead + String.fromCodePoint(code);
    });
  }
  return after;
}
