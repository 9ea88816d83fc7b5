import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { Control } from "./control.ts";
import type { Block } from "./rules.ts";
import { type Statement, withStatementCalls } from "./statement-calls.ts";

/** Sequences of statements, where calls of some functions need no parentheses. */
export abstract class Statements extends Control {
  override readonly statements = this.RULE("statements", (): ast.Expression[] => {
    const statements: Statement[] = [this.SUBRULE(this.statement)];
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(t.Semic));
      statements.push(this.SUBRULE2(this.statement));
    });
    if (this.RECORDING_PHASE) return [];
    return withStatementCalls(statements, (comma, message) => this.refuse(this.over(comma), message));
  });

  override readonly statement = this.RULE("statement", (): Statement => {
    const first = this.simple(0) ?? this.SUBRULE(this.expression, { ARGS: [0] });
    if (!this.may(t.Comma)) return first;
    let list: ast.Expression[] | undefined;
    let comma: t.Token | undefined;
    this.MANY(() => {
      const token = this.take(this.CONSUME(t.Comma));
      comma ??= token;
      list ??= [first];
      list.push(this.simple(0) ?? this.SUBRULE2(this.expression, { ARGS: [0] }));
    });
    return list === undefined ? first : { kind: "ArgumentList", values: list, comma: comma! };
  });

  override readonly block = this.RULE("block", (): Block => {
    const open = this.take(this.CONSUME(t.LBrace));
    const statements = this.OPTION(() => this.SUBRULE(this.statements)) ?? [];
    const close = this.take(this.CONSUME(t.RBrace));
    return { open, statements, close };
  });
}
