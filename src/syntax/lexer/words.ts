import * as t from "../tokens.ts";
import type { Lexing } from "./lexing.ts";

/** White space within a line, Unicode's blanks included. */
export const BLANK = /[\t \r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/y;
/** What follows the dollar of a variable. */
export const INTERPOLATED_VARIABLE = /(?:::)?(?:\w+::)*\w+/y;

const VARIABLE = /\$(?:::)?(?:\w+::)*\w+/y;
const BARE_WORD = /(?:(?:::)?[a-z_](?:[\w-]*\w)?)+/y;
const CLASS_REF = /(?:(?:::)?[A-Z]\w*)+/y;
const NAME = /^(?:::)?[a-z]\w*(?:::[a-z]\w*)*$/;

/** The offset behind the letters, digits and underscores from an offset on. */
function wordEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    const part =
      (code >= 97 && code <= 122) || code === 95 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
    if (!part) return at;
  }
}

/** Whether a word may go on behind its letters: with `::` or `-`. */
function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 58 || code === 45;
}

/** A lower-case word: a keyword, a name, or a word that is only a string (`a-b`). */
export function word(lx: Lexing): void {
  const start = lx.pos;
  const end = wordEnd(lx.text, start + 1);
  if (goesOn(lx.text, end)) lx.scan(BARE_WORD);
  else lx.match(end);
  const value = lx.text.slice(start, lx.pos);
  if (value.charCodeAt(0) === 95 || (lx.pos !== end && !NAME.test(value)))
    lx.push(t.Word, value, start, lx.pos);
  else lx.push(keyword(lx, value) ?? t.Name, value, start, lx.pos);
}

/** Step over blanks. */
export function blank(lx: Lexing): void {
  let at = lx.pos + 1;
  for (let code = lx.text.charCodeAt(at); code === 32 || code === 9 || code === 13; )
    code = lx.text.charCodeAt(++at);
  lx.match(at);
}

function keyword(lx: Lexing, value: string) {
  return t.KEYWORDS.get(value) ?? (lx.options.tasks ? t.TASK_KEYWORDS.get(value) : undefined);
}

/** A capitalised name. */
export function classRef(lx: Lexing): void {
  const start = lx.pos;
  const value = lx.scan(CLASS_REF)!;
  if (lx.text.startsWith("::", lx.pos)) {
    lx.fail("ILLEGAL_CLASS_REFERENCE", "Illegal class reference", lx.pos + 1);
  }
  lx.push(t.ClassRef, value, start, lx.pos);
}

/** `:`, `::name` or `::Name`. */
export function colon(lx: Lexing): void {
  const start = lx.pos;
  if (!lx.text.startsWith("::", start)) {
    lx.pos += 1;
    lx.push(t.Colon, ":", start, lx.pos);
    return;
  }
  const next = lx.text.charCodeAt(start + 2);
  if (next >= 65 && next <= 90) qualifiedClassRef(lx, start);
  else qualifiedName(lx, start);
}

function qualifiedClassRef(lx: Lexing, start: number): void {
  const value = lx.scan(CLASS_REF)!;
  if (lx.text.startsWith("::", lx.pos)) {
    const message = "Illegal fully qualified class reference";
    lx.fail("ILLEGAL_FULLY_QUALIFIED_CLASS_REFERENCE", message, Math.min(lx.pos + 3, lx.text.length));
  }
  lx.push(t.ClassRef, value, start, lx.pos);
}

function qualifiedName(lx: Lexing, start: number): void {
  const value = lx.scan(BARE_WORD);
  if (value === undefined) {
    lx.fail(
      "ILLEGAL_FULLY_QUALIFIED_NAME",
      "Illegal fully qualified name",
      Math.min(start + 2, lx.text.length),
    );
  }
  lx.push(NAME.test(value) ? t.Name : t.Word, value, start, lx.pos);
}

/** `$name`; a lone dollar becomes a variable without a name, for the checks to complain about. */
export function variable(lx: Lexing): void {
  const start = lx.pos;
  const end = wordEnd(lx.text, start + 1);
  if (end > start + 1 && lx.text.charCodeAt(end) !== 58) lx.match(end);
  else if (lx.scan(VARIABLE) === undefined) lx.pos += 1;
  lx.push(t.Variable, lx.text.slice(start + 1, lx.pos), start, lx.pos);
}
