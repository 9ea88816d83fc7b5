import * as t from "../tokens.ts";
import { endTag } from "./epp.ts";
import { heredoc } from "./heredoc.ts";
import { doubleQuoted } from "./interpolation.ts";
import type { Lexing } from "./lexing.ts";
import { number } from "./numbers.ts";
import { leftBrace, leftBracket, leftParenthesis, operator, rightBrace } from "./operators.ts";
import { slash } from "./regexps.ts";
import { singleQuoted } from "./strings.ts";
import { BLANK, classRef, colon, variable, word } from "./words.ts";

const COMMENT = /#[^\n]*/y;

/** Lex what stands at the current position: one token, the tokens of one string, or nothing (white space). */
export function lexToken(lx: Lexing): void {
  const code = lx.text.charCodeAt(lx.pos);
  if ((code >= 97 && code <= 122) || code === 95) word(lx);
  else if (code === 32 || code === 9 || code === 13) lx.scan(BLANK);
  else if (code >= 65 && code <= 90) classRef(lx);
  else if (code >= 48 && code <= 57) number(lx);
  else punctuation(lx, lx.text[lx.pos]!);
}

type Handler = (lx: Lexing) => void;

/** What lexes a character that is neither letter, digit nor blank; all others go to `rest`. */
const PUNCTUATION: ReadonlyMap<string, Handler> = new Map([
  ["\n", newline],
  ["'", singleQuoted],
  ['"', doubleQuoted],
  ["$", variable],
  ["#", (lx: Lexing) => void lx.scan(COMMENT)],
  ["{", leftBrace],
  ["}", rightBrace],
  ["[", leftBracket],
  ["(", leftParenthesis],
  [":", colon],
  ["/", slash],
]);

function punctuation(lx: Lexing, char: string): void {
  const handler = PUNCTUATION.get(char);
  if (handler === undefined) rest(lx, char);
  else handler(lx);
}

function rest(lx: Lexing, char: string): void {
  if (char === "@" && lx.text[lx.pos + 1] === "(") {
    heredoc(lx);
    return;
  }
  if (lx.eppMode !== undefined && endTag(lx, char)) return;
  if (operator(lx, char) || lx.scan(BLANK) !== undefined) return;
  const start = lx.pos++;
  lx.push(t.Other, "", start, lx.pos);
}

/** A line that opened heredocs goes on behind their texts. */
function newline(lx: Lexing): void {
  lx.pos = lx.newlineJump ?? lx.pos + 1;
  lx.newlineJump = undefined;
  lx.lineStart = lx.pos;
}
