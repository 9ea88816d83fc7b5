import type { Span } from "../../diagnostics/issue.ts";
import type * as ast from "../ast.ts";
import type { Token } from "../tokens.ts";
import * as t from "../tokens.ts";

type Builder = (token: Token, span: Span) => ast.Expression;

const builders: Builder[] = [];
const BUILDERS: readonly (readonly [t.TokenType, Builder])[] = [
  [t.Name, ({ image }, span) => ({ kind: "QualifiedName", span, value: image })],
  [t.Word, ({ image }, span) => ({ kind: "LiteralString", span, value: image })],
  [t.ClassRef, ({ image }, span) => ({ kind: "QualifiedReference", span, value: image })],
  [t.Variable, ({ image }, span) => ({ kind: "VariableExpression", span, name: image })],
  [t.NumberToken, ({ image }, span) => number(image, span)],
  [t.StringToken, ({ image }, span) => ({ kind: "LiteralString", span, value: image })],
  [t.BooleanToken, ({ image }, span) => ({ kind: "LiteralBoolean", span, value: image === "true" })],
  [t.Regex, ({ image }, span) => ({ kind: "LiteralRegularExpression", span, pattern: image })],
  [t.KeywordValue, ({ image }, span) => ({ kind: "LiteralString", span, value: image })],
  [t.Default, (_, span) => ({ kind: "LiteralDefault", span })],
  [t.Undef, (_, span) => ({ kind: "LiteralUndef", span })],
  [t.Private, ({ image }, span) => ({ kind: "ReservedWord", span, word: image, future: false })],
  [t.Attr, ({ image }, span) => ({ kind: "ReservedWord", span, word: image, future: false })],
  [t.RenderString, ({ image }, span) => ({ kind: "RenderStringExpression", span, value: image })],
];
for (const [type, builder] of BUILDERS) builders[type.tokenTypeIdx!] = builder;

/** Whether a token is an expression by itself. */
export function isAtom(tokenTypeIdx: number): boolean {
  return builders[tokenTypeIdx] !== undefined;
}

/** The node of a token that is an expression by itself. */
export function atom(token: Token, span: Span): ast.Expression {
  const build = builders[token.tokenTypeIdx];
  return build === undefined ? { kind: "Nop", span } : build(token, span);
}

function number(text: string, span: Span): ast.LiteralInteger | ast.LiteralFloat {
  if (/^0[xX]/.test(text)) return { kind: "LiteralInteger", span, value: BigInt(text), radix: 16 };
  if (/[.eE]/.test(text)) return { kind: "LiteralFloat", span, value: Number(text) };
  if (text.length > 1 && text.startsWith("0")) {
    return { kind: "LiteralInteger", span, value: BigInt(`0o${text}`), radix: 8 };
  }
  return { kind: "LiteralInteger", span, value: BigInt(text), radix: 10 };
}
