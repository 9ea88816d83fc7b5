import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { atom } from "./atoms.ts";
import { Collections } from "./collections.ts";

/** Strings with interpolated expressions, and heredocs. */
export abstract class Strings extends Collections {
  override readonly doubleQuoted = this.RULE("doubleQuoted", (): ast.Expression => {
    const open = this.take(this.CONSUME(t.DqPre));
    const segments = [
      this.#text(open),
      this.#interpolated(this.simple(0) ?? this.SUBRULE(this.expression, { ARGS: [0] }), open),
    ];
    this.MANY(() => {
      const middle = this.take(this.CONSUME(t.DqMid));
      segments.push(this.#text(middle));
      segments.push(
        this.#interpolated(this.simple(0) ?? this.SUBRULE2(this.expression, { ARGS: [0] }), open),
      );
    });
    const close = this.take(this.CONSUME(t.DqPost));
    segments.push(this.#text(close));
    return {
      kind: "ConcatenatedString",
      span: this.over(open, close),
      segments: segments.filter(saysSomething),
    };
  });

  override readonly heredoc = this.RULE("heredoc", (): ast.Expression => {
    const tag = this.take(this.CONSUME(t.Heredoc));
    const text = this.OR([
      { ALT: () => this.#string(this.take(this.CONSUME(t.StringToken))) },
      { ALT: () => this.SUBRULE(this.doubleQuoted) },
    ]) as ast.Expression;
    return { kind: "HeredocExpression", span: this.over(tag), syntax: tag.image || undefined, text };
  });

  #string(token: t.Token): ast.Expression {
    return atom(token, this.over(token));
  }

  #text(token: t.Token): ast.Expression {
    return { kind: "LiteralString", span: this.over(token), value: token.image };
  }

  /** Puppet places an interpolation where its string starts. */
  #interpolated(expr: ast.Expression, open: t.Token): ast.TextExpression {
    return { kind: "TextExpression", span: this.at(open.startOffset), expr: asVariable(expr) };
  }
}

function saysSomething(segment: ast.Expression): boolean {
  return segment.kind !== "LiteralString" || segment.value !== "";
}

/** What the lexer could not see: `${(name)}` aside, a lone name or number in an interpolation is a variable. */
function asVariable(expr: ast.Expression): ast.Expression {
  if (expr.kind === "QualifiedName") return { kind: "VariableExpression", span: expr.span, name: expr.value };
  return expr;
}
