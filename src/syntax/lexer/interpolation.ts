import type { TokenType } from "chevrotain";
import * as t from "../tokens.ts";
import type { Lexing } from "./lexing.ts";
import { doubleQuotedPiece, heredocPiece, type Piece } from "./strings.ts";
import { BLANK, INTERPOLATED_VARIABLE } from "./words.ts";

/** `"..."`: a String, or DqPre, the tokens of an expression, DqMid..., DqPost. */
export function doubleQuoted(lx: Lexing): void {
  const start = lx.pos;
  lx.match(start + 1);
  segments(lx, start, () => doubleQuotedPiece(lx));
}

/** The text of a heredoc, in the same tokens as a double-quoted string. */
export function heredocText(lx: Lexing, escapes: ReadonlySet<string>, interpolate: boolean): void {
  segments(lx, 0, () => heredocPiece(lx, escapes, interpolate));
}

function segments(lx: Lexing, start: number, next: () => Piece): void {
  let open = t.DqPre;
  let from = start;
  while (segment(lx, from, next, open)) {
    open = t.DqMid;
    from = lx.pos;
  }
}

/** One literal piece and the expression behind it; false when the string ended instead. */
function segment(lx: Lexing, start: number, next: () => Piece, type: TokenType): boolean {
  let { text, terminator } = next();
  while (terminator === "$") {
    const dollarAt = lx.pos - 1;
    const name = lx.scan(INTERPOLATED_VARIABLE);
    if (name !== undefined) {
      lx.push(type, text, start, dollarAt);
      lx.push(t.Variable, name, dollarAt, lx.pos);
      return true;
    }
    const rest = next();
    text += `$${rest.text}`;
    terminator = rest.terminator;
  }
  if (terminator === "${") {
    lx.push(type, text, start, lx.pos);
    expression(lx);
    return true;
  }
  lx.push(type === t.DqPre ? t.StringToken : t.DqPost, text, start, lx.pos);
  return false;
}

/** The tokens up to the brace that closes `${`. */
function expression(lx: Lexing): void {
  const outer = lx.braceCount++;
  const first = lx.tokens.length;
  lx.scan(BLANK);
  while (lx.pos < lx.text.length) {
    const count = lx.tokens.length;
    lx.options.step(lx);
    if (lx.tokens.length === count) lx.scan(BLANK);
    else if (lx.braceCount === outer && lx.after === t.RBrace) {
      lx.tokens.pop();
      impliedVariable(lx, first);
      return;
    }
  }
}

/** `${name}`, `${name.x}` and `${name[x]}` mean the variable `$name`. */
function impliedVariable(lx: Lexing, first: number): void {
  const token = lx.tokens[first];
  if (token === undefined || !canNameVariable(token.tokenType)) return;
  const next = lx.tokens[first + 1]?.tokenType;
  if (next === undefined || next === t.Dot || next === t.LBrack) {
    lx.tokens[first] = { ...token, tokenType: t.Variable, tokenTypeIdx: t.Variable.tokenTypeIdx! };
  }
}

const NAMING: ReadonlySet<TokenType> = new Set([
  ...[t.Name, t.Word, t.NumberToken, t.KeywordValue],
  ...t.KEYWORDS.values(),
]);

function canNameVariable(type: TokenType): boolean {
  return NAMING.has(type);
}
