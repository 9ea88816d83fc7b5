import type { TokenType } from "chevrotain";
import * as t from "../tokens.ts";
import type { Lexing } from "./lexing.ts";

/** After these a slash divides. */
const OPERANDS: ReadonlySet<TokenType> = new Set([
  ...[t.RParen, t.RBrack, t.RRCollect, t.RCollect],
  ...[t.Name, t.ClassRef, t.NumberToken, t.StringToken, t.BooleanToken],
  ...[t.DqPost, t.Heredoc, t.Regex, t.Variable, t.Word],
]);

/** A comment between slash and star, a regular expression, or a division. */
export function slash(lx: Lexing): void {
  if (lx.text.charCodeAt(lx.pos + 1) === 42) comment(lx);
  else regexOrDivision(lx);
}

function regexOrDivision(lx: Lexing): void {
  const start = lx.pos;
  const end = lx.after !== undefined && OPERANDS.has(lx.after) ? undefined : regexEnd(lx.text, start);
  lx.pos = end ?? start + 1;
  if (end === undefined) lx.push(t.Div, "/", start, lx.pos);
  else lx.push(t.Regex, lx.text.slice(start + 1, end - 1).replaceAll("\\/", "/"), start, end);
}

function comment(lx: Lexing): void {
  const close = lx.text.indexOf("*/", lx.pos + 2);
  if (close < 0) lx.fail("UNCLOSED_MLCOMMENT", "Unclosed multiline comment");
  lx.match(close + 2);
}

/** The offset behind the slash that is not escaped; a regular expression may span lines. */
function regexEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 47) return at + 1;
    if (char === 92) at++;
  }
  return undefined;
}
