import { EOF } from "chevrotain";
import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { RESOURCE } from "./binding-powers.ts";
import { TypeDefinitions } from "./type-definitions.ts";

/** EPP templates. */
export abstract class Templates extends TypeDefinitions {
  /** A whole template: a lambda whose body renders text. */
  override readonly template = this.RULE("template", (): ast.LambdaExpression => {
    const start = this.take(this.CONSUME(t.EppStart));
    const parameters = this.OPTION(() => {
      this.CONSUME(t.Pipe);
      const list = this.OPTION2(() => this.SUBRULE(this.parameters));
      this.CONSUME2(t.Pipe);
      return list ?? [];
    });
    const statements = this.OPTION3(() => this.SUBRULE(this.statements));
    const span = this.over(start);
    const body: ast.EppExpression = {
      kind: "EppExpression",
      span,
      parametersSpecified: parameters !== undefined,
      body: this.body(statements, span.start),
    };
    return { kind: "LambdaExpression", span, parameters: parameters ?? [], returnType: undefined, body };
  });

  /** `<%= expression %>` or `<%= { statements } %>` */
  override readonly render = this.RULE("render", (): ast.RenderExpression => {
    const open = this.take(this.CONSUME(t.RenderExpr));
    const expr = this.OR([
      { GATE: () => this.#opensBlock(), ALT: () => this.#block() },
      { ALT: () => this.SUBRULE(this.expression, { ARGS: [RESOURCE] }) },
    ]) as ast.Expression;
    const close = this.take(
      this.OR2([{ ALT: () => this.CONSUME(t.EppEnd) }, { ALT: () => this.CONSUME(t.EppEndTrim) }]),
    );
    return { kind: "RenderExpression", span: this.over(open, close), expr };
  });

  #block(): ast.Expression {
    const block = this.SUBRULE(this.block);
    return this.blockOrExpression(block, block.open?.startOffset ?? 0);
  }

  /** Whether the brace opens statements: a hash is empty or has an arrow behind its first key. */
  #opensBlock(): boolean {
    if (this.LA(1).tokenType !== t.LBrace || this.LA(2).tokenType === t.RBrace) return false;
    let depth = 0;
    let selectors = 0;
    for (let ahead = 2; depth >= 0; ahead++) {
      const { tokenType } = this.LA(ahead);
      depth += (OPENING.has(tokenType) ? 1 : 0) - (CLOSING.has(tokenType) ? 1 : 0);
      if (ENDS.has(tokenType) || (depth === 0 && SEPARATORS.has(tokenType))) return true;
      if (depth === 0 && tokenType === t.QMark) selectors++;
      if (depth === 0 && tokenType === t.FArrow && selectors-- === 0) return false;
    }
    return true;
  }
}

const SEPARATORS: ReadonlySet<t.TokenType> = new Set([t.Comma, t.Semic]);
const ENDS: ReadonlySet<t.TokenType> = new Set([EOF, t.EppEnd, t.EppEndTrim, t.LexerError]);
const OPENING: ReadonlySet<t.TokenType> = new Set([
  t.LBrace,
  t.SelBrace,
  t.LParen,
  t.WsLParen,
  t.LBrack,
  t.ListStart,
]);
const CLOSING: ReadonlySet<t.TokenType> = new Set([t.RBrace, t.RParen, t.RBrack]);
