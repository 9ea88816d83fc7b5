import type { TokenType } from "chevrotain";
import * as t from "../tokens.ts";
import type { Lexing } from "./lexing.ts";

interface Candidate {
  readonly text: string;
  readonly type: TokenType;
  /** The codes of its second and third character, if it has them. */
  readonly second: number | undefined;
  readonly third: number | undefined;
  /** Whether `type` and `function` in front of it can only be plain words. */
  readonly endsKeywordValue: boolean;
}

/** Longest first where one starts with another. */
const TEXTS: readonly (readonly [string, TokenType])[] = [
  [".", t.Dot],
  [",", t.Comma],
  ["]", t.RBrack],
  [")", t.RParen],
  [";", t.Semic],
  ["?", t.QMark],
  ["*", t.Times],
  ["%", t.Modulo],
  ["|>>", t.RRCollect],
  ["|>", t.RCollect],
  ["|", t.Pipe],
  ["==", t.IsEqual],
  ["=>", t.FArrow],
  ["=~", t.Match],
  ["=", t.Equals],
  ["+=", t.Appends],
  ["+>", t.PArrow],
  ["+", t.Plus],
  ["->", t.InEdge],
  ["-=", t.Deletes],
  ["-", t.Minus],
  ["!=", t.NotEqual],
  ["!~", t.NoMatch],
  ["!", t.Not],
  ["~>", t.InEdgeSub],
  ["~", t.Tilde],
  ["<<|", t.LLCollect],
  ["<<", t.LShift],
  ["<=", t.LessEqual],
  ["<|", t.LCollect],
  ["<-", t.OutEdge],
  ["<~", t.OutEdgeSub],
  ["<", t.LessThan],
  [">>", t.RShift],
  [">=", t.GreaterEqual],
  [">", t.GreaterThan],
  ["@@", t.AtAt],
  ["@", t.At],
];

/** The operators by the code of their first character. */
const BY_FIRST: Candidate[][] = [];
for (const [text, type] of TEXTS) {
  const endsKeywordValue = type === t.Comma || type === t.RBrack || type === t.FArrow;
  const [code, second, third] = [...text].map((char) => char.charCodeAt(0)) as [number, number?, number?];
  BY_FIRST[code] = [...(BY_FIRST[code] ?? []), { text, type, second, third, endsKeywordValue }];
}

/** The codes of all characters that start an operator. */
export const OPERATOR_STARTS: readonly number[] = Object.keys(BY_FIRST).map(Number);

/** Lex an operator or a punctuation mark whose meaning does not depend on what surrounds it. */
export function operator(lx: Lexing): boolean {
  const start = lx.pos;
  const candidates = BY_FIRST[lx.text.charCodeAt(start)];
  if (candidates === undefined) return false;
  const found = longest(candidates, lx.text, start);
  if (found.endsKeywordValue) keywordValue(lx);
  lx.pos = start + found.text.length;
  lx.push(found.type, found.text, start, lx.pos);
  return true;
}

function longest(candidates: readonly Candidate[], text: string, start: number): Candidate {
  let index = 0;
  while (!fits(candidates[index]!, text, start)) index++;
  return candidates[index]!;
}

function fits({ second, third }: Candidate, text: string, start: number): boolean {
  if (second === undefined) return true;
  if (text.charCodeAt(start + 1) !== second) return false;
  return third === undefined || text.charCodeAt(start + 2) === third;
}

/** `type` and `function` in front of a comma, an arrow or a closing bracket can only be plain words. */
function keywordValue(lx: Lexing): void {
  const after = lx.after;
  if (after !== t.TypeKeyword && after !== t.FunctionKeyword) return;
  retag(lx, t.KeywordValue);
}

function retag(lx: Lexing, tokenType: TokenType): void {
  const last = lx.tokens.length - 1;
  lx.tokens[last] = { ...lx.tokens[last]!, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
}

/** `{` after `?` opens selector entries, after `class` resource bodies. */
export function leftBrace(lx: Lexing): void {
  lx.braceCount++;
  if (lx.after === t.Class) retag(lx, t.ClassResource);
  const start = lx.pos++;
  lx.push(lx.after === t.QMark ? t.SelBrace : t.LBrace, "{", start, lx.pos);
}

/** `}` */
export function rightBrace(lx: Lexing): void {
  lx.braceCount--;
  keywordValue(lx);
  const start = lx.pos++;
  lx.push(t.RBrace, "}", start, lx.pos);
}

const UNICODE_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xa0) return code === 32 || code === 9 || code === 10 || code === 13;
  return UNICODE_SPACE.test(text[at]!);
}

/** `[` starts a list after white space, otherwise an access. */
export function leftBracket(lx: Lexing): void {
  const start = lx.pos++;
  const type = start === 0 || isSpace(lx.text, start - 1) ? t.ListStart : t.LBrack;
  lx.push(type, "[", start, lx.pos);
}

/** `(` first on its line never starts the arguments of a call. */
export function leftParenthesis(lx: Lexing): void {
  const start = lx.pos++;
  let at = start - 1;
  while (at >= lx.lineStart && isSpace(lx.text, at)) at--;
  lx.push(at < lx.lineStart ? t.WsLParen : t.LParen, "(", start, lx.pos);
}
