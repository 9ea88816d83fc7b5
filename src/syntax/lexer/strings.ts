import * as t from "../tokens.ts";
import { DQ_ESCAPES, replaceEscapes, replaceSingleQuotedEscapes } from "./escapes.ts";
import type { Lexing } from "./lexing.ts";

/** A piece of string up to what ends it: a quote, `$`, `${`, or the end of the text (""). */
export interface Piece {
  readonly text: string;
  readonly terminator: string;
}

const BACKSLASH = 92;
const DOLLAR = 36;

/** `'...'` */
export function singleQuoted(lx: Lexing): void {
  const start = lx.pos;
  lx.pos += 1;
  const end = findUnescaped(lx, "'");
  if (end === undefined) unclosed(lx, `"'"`);
  const raw = lx.text.slice(start + 1, end);
  lx.match(end + 1);
  lx.push(t.StringToken, replaceSingleQuotedEscapes(raw), start, lx.pos);
}

function findUnescaped(lx: Lexing, quote: string): number | undefined {
  const code = quote.charCodeAt(0);
  for (let at = lx.pos; at < lx.text.length; at++) {
    const char = lx.text.charCodeAt(at);
    if (char === code) return at;
    if (char === BACKSLASH) at++;
  }
  return undefined;
}

/** The next piece of a double-quoted string; `"`, `$` and `${` end it. */
export function doubleQuotedPiece(lx: Lexing): Piece {
  const { text } = lx;
  for (let at = lx.pos; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 34) return piece(lx, at, '"', DQ_ESCAPES, true);
    if (char === DOLLAR) return piece(lx, at, dollar(text, at), DQ_ESCAPES, true);
    if (char === BACKSLASH) at++;
  }
  return unclosed(lx, `'${lx.matched}'`);
}

/** The next piece of a heredoc's text. */
export function heredocPiece(lx: Lexing, escapes: ReadonlySet<string>, interpolate: boolean): Piece {
  const { text } = lx;
  const dollarEscaped = escapes.has("$");
  for (let at = interpolate ? lx.pos : text.length; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === DOLLAR) return piece(lx, at, dollar(text, at), escapes, false);
    if (char === BACKSLASH && dollarEscaped) at++;
  }
  return piece(lx, text.length, "", escapes, false);
}

function dollar(text: string, at: number): string {
  return text.charCodeAt(at + 1) === 123 ? "${" : "$";
}

function piece(
  lx: Lexing,
  end: number,
  terminator: string,
  escapes: ReadonlySet<string>,
  strict: boolean,
): Piece {
  const raw = lx.text.slice(lx.pos, end);
  lx.match(end + terminator.length);
  return { text: replaceEscapes(lx, raw, escapes, strict), terminator };
}

function unclosed(lx: Lexing, after: string): never {
  return lx.fail("UNCLOSED_QUOTE", `Unclosed quote after ${after} followed by '${lx.followedBy()}'`);
}
