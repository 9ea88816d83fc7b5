import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { mergeEntries } from "./elements.ts";
import { type Element, endOf, startOf } from "./rules.ts";
import { Strings } from "./strings.ts";

/** Calls with parentheses, method calls and lambdas. */
export abstract class Calls extends Strings {
  override readonly call = this.RULE("call", (functor: ast.Expression): ast.Expression => {
    this.CONSUME(t.LParen);
    const args = this.SUBRULE(this.arguments, { ARGS: [true] });
    const close = this.take(this.CONSUME(t.RParen));
    const lambda = this.may(t.Pipe) ? this.OPTION(() => this.SUBRULE(this.lambda)) : undefined;
    const end = lambda === undefined ? close.end : endOf(lambda);
    const span = this.span(startOf(functor), end);
    return {
      kind: "CallNamedFunctionExpression",
      span,
      functor,
      arguments: args,
      lambda,
      rvalRequired: true,
    };
  });

  override readonly methodCall = this.RULE("methodCall", (left: ast.Expression): ast.Expression => {
    const dot = this.take(this.CONSUME(t.Dot));
    const name = this.#methodName();
    const right: ast.QualifiedName = { kind: "QualifiedName", span: this.over(dot, name), value: name.image };
    const functor: ast.NamedAccessExpression = {
      kind: "NamedAccessExpression",
      span: this.over(dot, name),
      left,
      right,
    };
    const parenthesized = this.OPTION(() => {
      const open = this.take(this.CONSUME(t.LParen));
      const args = this.SUBRULE(this.arguments, { ARGS: [false] });
      const close = this.take(this.CONSUME(t.RParen));
      return { args, span: this.over(open, close) };
    });
    const lambda = this.OPTION2(() => this.SUBRULE(this.lambda));
    const span = parenthesized?.span ?? functor.span;
    const args = parenthesized?.args ?? [];
    return { kind: "CallMethodExpression", span, functor, arguments: args, lambda, rvalRequired: true };
  });

  #methodName(): t.Token {
    const name = this.take(
      this.OR([
        { ALT: () => this.CONSUME(t.Name) },
        { ALT: () => this.CONSUME(t.TypeKeyword) },
        { ALT: () => this.CONSUME(t.KeywordValue) },
      ]),
    );
    if (name.tokenType === t.KeywordValue && name.image === "function") this.unexpected(name);
    return name;
  }

  override readonly arguments = this.RULE("arguments", (trailingComma: boolean): ast.Expression[] => {
    const elements: Element[] = [];
    this.OPTION(() => {
      elements.push(this.SUBRULE(this.element, { ARGS: ["arguments"] }));
      this.MANY({
        GATE: () => !trailingComma || this.LA(2).tokenType !== t.RParen,
        DEF: () => {
          this.CONSUME(t.Comma);
          elements.push(this.SUBRULE2(this.element, { ARGS: ["arguments"] }));
        },
      });
      this.OPTION2(() => this.CONSUME2(t.Comma));
    });
    return mergeEntries(elements);
  });

  override readonly lambda = this.RULE("lambda", (): ast.LambdaExpression => {
    const open = this.take(this.CONSUME(t.Pipe));
    const parameters = this.OPTION(() => this.SUBRULE(this.parameters)) ?? [];
    this.CONSUME2(t.Pipe);
    const returnType = this.SUBRULE(this.returnType);
    const { statements, close } = this.SUBRULE(this.block);
    const span = this.over(open, close ?? open);
    return {
      kind: "LambdaExpression",
      span,
      parameters,
      returnType,
      body: this.body(statements, span.start),
    };
  });

  /** The body of a definition: always a block, even of one statement; nothing when empty. */
  protected body(statements: ast.Expression[] | undefined, start: number): ast.Expression {
    if (statements === undefined || statements.length === 0) return this.nop(start);
    return { kind: "BlockExpression", span: this.at(start), statements };
  }
}
