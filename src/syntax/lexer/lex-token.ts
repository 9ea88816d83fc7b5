import * as t from "../tokens.ts";
import { endTag } from "./epp.ts";
import { heredoc } from "./heredoc.ts";
import { doubleQuoted } from "./interpolation.ts";
import type { Lexing } from "./lexing.ts";
import { number } from "./numbers.ts";
import {
  leftBrace,
  leftBracket,
  leftParenthesis,
  OPERATOR_STARTS,
  operator,
  rightBrace,
} from "./operators.ts";
import { slash } from "./regexps.ts";
import { singleQuoted } from "./strings.ts";
import { BLANK, blank, classRef, colon, variable, word } from "./words.ts";

/** Lex what stands at the current position: one token, the tokens of one string, or nothing (white space). */
export function lexToken(lx: Lexing): void {
  const code = lx.text.charCodeAt(lx.pos);
  if ((code >= 97 && code <= 122) || code === 95) word(lx);
  else if (code === 32 || code === 9 || code === 13) blank(lx);
  else if (code >= 65 && code <= 90) classRef(lx);
  else if (code >= 48 && code <= 57) number(lx);
  else (PUNCTUATION[code] ?? rest)(lx);
}

type Handler = (lx: Lexing) => unknown;

/** What lexes a character that is neither letter, digit nor blank, by its code; all others go to `rest`. */
const PUNCTUATION: Handler[] = [];
const HANDLERS: readonly (readonly [string, Handler])[] = [
  ["\n", newline],
  ["'", singleQuoted],
  ['"', doubleQuoted],
  ["$", variable],
  ["#", comment],
  ["{", leftBrace],
  ["}", rightBrace],
  ["[", leftBracket],
  ["(", leftParenthesis],
  [":", colon],
  ["/", slash],
];
/** What may also start a heredoc or end a tag of EPP. */
const AMBIGUOUS: ReadonlySet<string> = new Set(["@", "%", "-"]);
for (const code of OPERATOR_STARTS) {
  if (!AMBIGUOUS.has(String.fromCharCode(code))) PUNCTUATION[code] = operator;
}
for (const [char, handler] of HANDLERS) PUNCTUATION[char.charCodeAt(0)] = handler;

function rest(lx: Lexing): void {
  const char = lx.text[lx.pos]!;
  if (char === "@" && lx.text[lx.pos + 1] === "(") {
    heredoc(lx);
    return;
  }
  if (lx.eppMode !== undefined && endTag(lx, char)) return;
  if (operator(lx) || lx.scan(BLANK) !== undefined) return;
  const start = lx.pos++;
  lx.push(t.Other, "", start, lx.pos);
}

function comment(lx: Lexing): void {
  const end = lx.text.indexOf("\n", lx.pos);
  lx.match(end < 0 ? lx.text.length : end);
}

/** The end of a line and the blanks that the next one starts with; one that opened heredocs goes on behind their texts. */
function newline(lx: Lexing): void {
  lx.pos = lx.newlineJump ?? lx.pos + 1;
  lx.newlineJump = undefined;
  lx.lineStart = lx.pos;
  if (lx.text.charCodeAt(lx.pos) === 32) blank(lx);
}
