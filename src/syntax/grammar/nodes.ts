import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { atom } from "./atoms.ts";
import { Definitions } from "./definitions.ts";

/** Node definitions. */
export abstract class Nodes extends Definitions {
  override readonly node = this.RULE("node", (): ast.NodeDefinition => {
    const keyword = this.take(this.CONSUME(t.NodeKeyword));
    const matches = [this.SUBRULE(this.hostname)];
    this.MANY({
      GATE: () => !ENDS_HOSTNAMES.has(this.LA(2).tokenType),
      DEF: () => {
        this.CONSUME(t.Comma);
        matches.push(this.SUBRULE2(this.hostname));
      },
    });
    this.OPTION(() => this.CONSUME2(t.Comma));
    const parent = this.OPTION2(() => {
      this.CONSUME(t.Inherits);
      return this.SUBRULE3(this.hostname);
    });
    const { statements, close } = this.SUBRULE(this.block);
    const span = this.over(keyword, close ?? keyword);
    const body = this.body(statements, span.start);
    const definition: ast.NodeDefinition = { kind: "NodeDefinition", span, matches, parent, body };
    this.definitions.push(definition);
    return definition;
  });

  override readonly hostname = this.RULE(
    "hostname",
    (): ast.Expression =>
      this.OR([
        { ALT: () => this.#dottedName() },
        { ALT: () => this.#literal(this.take(this.CONSUME(t.StringToken))) },
        { ALT: () => this.#literal(this.take(this.CONSUME(t.Word))) },
        { ALT: () => this.#literal(this.take(this.CONSUME(t.Default))) },
        { ALT: () => this.#literal(this.take(this.CONSUME(t.Regex))) },
        { ALT: () => this.SUBRULE(this.doubleQuoted) },
        { ALT: () => this.SUBRULE(this.heredoc) },
      ]) as ast.Expression,
  );

  /** `www.example.com` without quotes. */
  #dottedName(): ast.LiteralString {
    const first = this.take(
      this.OR2([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME(t.NumberToken) }]),
    );
    let value = first.image;
    let last = first;
    this.MANY(() => {
      this.CONSUME(t.Dot);
      last = this.take(
        this.OR3([{ ALT: () => this.CONSUME2(t.Name) }, { ALT: () => this.CONSUME2(t.NumberToken) }]),
      );
      value += `.${last.image}`;
    });
    return { kind: "LiteralString", span: this.over(first, last), value };
  }

  #literal(token: t.Token): ast.Expression {
    return atom(token, this.over(token));
  }
}

const ENDS_HOSTNAMES: ReadonlySet<t.TokenType> = new Set([t.LBrace, t.Inherits]);
