import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { atom, isAtom } from "./atoms.ts";
import { binary } from "./binary.ts";
import { ASSIGNMENT, MINUS, NOT, powerOf, RELATIONSHIP, RESOURCE, SPLAT } from "./binding-powers.ts";
import { withForm } from "./resource-shapes.ts";
import { endOf, Rules } from "./rules.ts";

type Alternative = { readonly ALT: () => ast.Expression };

/** Expressions: operands and the operators between them, by precedence climbing. */
export abstract class Expressions extends Rules {
  readonly #operands: Alternative[] = [
    { ALT: () => this.#atom() },
    { ALT: () => this.SUBRULE(this.doubleQuoted) },
    { ALT: () => this.SUBRULE(this.heredoc) },
    { ALT: () => this.SUBRULE(this.array) },
    { ALT: () => this.SUBRULE(this.hash) },
    { ALT: () => this.SUBRULE(this.ifPart, { ARGS: [this.take(this.CONSUME(t.If))] }) },
    { ALT: () => this.SUBRULE(this.caseExpression) },
    { ALT: () => this.SUBRULE(this.unless) },
    { ALT: () => this.SUBRULE(this.hostClass) },
    { ALT: () => this.SUBRULE(this.define) },
    { ALT: () => this.SUBRULE(this.functionDefinition) },
    { ALT: () => this.SUBRULE(this.node) },
    { ALT: () => this.SUBRULE(this.typeKeyword) },
    { ALT: () => this.SUBRULE(this.plan) },
    { ALT: () => this.SUBRULE(this.apply) },
    { ALT: () => this.SUBRULE(this.render) },
    { ALT: () => this.#parenthesized() },
    { ALT: () => this.#not() },
    { ALT: () => this.#minus() },
    { ALT: () => this.#unfold() },
    { ALT: () => this.#virtual() },
    { ALT: () => this.#exported() },
    { ALT: () => this.#classResource() },
  ];

  readonly #operators: Alternative[] = [
    { ALT: () => this.#binary() },
    { ALT: () => this.#access() },
    { ALT: () => this.SUBRULE(this.call, { ARGS: [this.left] }) },
    { ALT: () => this.SUBRULE(this.methodCall, { ARGS: [this.left] }) },
    { ALT: () => this.SUBRULE(this.collector, { ARGS: [this.left] }) },
    { ALT: () => this.SUBRULE(this.selector, { ARGS: [this.left] }) },
    { ALT: () => this.#resource() },
  ];

  /** An operand and all operators behind it that bind tighter than `floor`. */
  override readonly expression = this.RULE("expression", (floor: number): ast.Expression => {
    this.floor = floor;
    let left = this.OR(this.#operands) as ast.Expression;
    if (!this.RECORDING_PHASE && !this.#continues(floor)) return left;
    this.MANY({
      GATE: () => this.#continues(floor),
      DEF: () => {
        this.left = left;
        left = this.OR2(this.#operators) as ast.Expression;
      },
    });
    return left;
  });

  /** An expression of one token, as most are, without a rule of its own; undefined when it may be longer. */
  protected override simple(floor: number): ast.Expression | undefined {
    if (this.RECORDING_PHASE || !isAtom(this.LA(1).tokenTypeIdx)) return undefined;
    return powerOf(this.LA(2).tokenTypeIdx) > floor ? undefined : this.#atom();
  }

  #continues(floor: number): boolean {
    const power = powerOf(this.LA(1).tokenTypeIdx);
    return power > floor && (power <= RESOURCE || this.sealed !== this.LA(0));
  }

  #atom(): ast.Expression {
    const token = this.take(this.CONSUME(t.Atom));
    if (token.tokenType === t.KeywordValue && token !== this.keywordAllowed) this.unexpected(this.peek());
    return atom(token, this.over(token));
  }

  #parenthesized(): ast.Expression {
    const open = this.take(this.CONSUME(t.OpenParen));
    const expr = this.SUBRULE(this.expression, { ARGS: [0] });
    this.CONSUME(t.RParen);
    return { kind: "ParenthesizedExpression", span: this.over(open), expr };
  }

  #not(): ast.Expression {
    const span = this.over(this.take(this.CONSUME(t.Not)));
    return { kind: "NotExpression", span, expr: this.SUBRULE2(this.expression, { ARGS: [NOT] }) };
  }

  #minus(): ast.Expression {
    const span = this.over(this.take(this.CONSUME(t.Minus)));
    return { kind: "UnaryMinusExpression", span, expr: this.SUBRULE3(this.expression, { ARGS: [MINUS] }) };
  }

  #unfold(): ast.Expression {
    const span = this.over(this.take(this.CONSUME(t.Times)));
    return { kind: "UnfoldExpression", span, expr: this.SUBRULE4(this.expression, { ARGS: [SPLAT] }) };
  }

  #virtual(): ast.Expression {
    const { floor } = this;
    const sign = this.take(this.CONSUME(t.At));
    if (floor >= RESOURCE) this.unexpected(sign);
    const resource = this.SUBRULE5(this.expression, { ARGS: [RELATIONSHIP] });
    return this.#formed(
      sign,
      resource,
      "virtual",
      "Virtual (@) can only be applied to a Resource Expression",
    );
  }

  #exported(): ast.Expression {
    const { floor } = this;
    const sign = this.take(this.CONSUME(t.AtAt));
    if (floor >= RESOURCE) this.unexpected(sign);
    const resource = this.SUBRULE6(this.expression, { ARGS: [RELATIONSHIP] });
    return this.#formed(
      sign,
      resource,
      "exported",
      "Exported (@@) can only be applied to a Resource Expression",
    );
  }

  #formed(sign: t.Token, resource: ast.Expression, form: ast.ResourceForm, words: string): ast.Expression {
    this.sealed = this.LA(0);
    const formed = withForm(resource, form, this.span(sign.startOffset, endOf(resource)));
    if (formed === undefined && !this.RECORDING_PHASE) this.refuse(this.over(sign), words);
    return formed ?? resource;
  }

  #classResource(): ast.Expression {
    const { floor } = this;
    const open = this.peek(2);
    if (floor >= RESOURCE && !this.RECORDING_PHASE) this.unexpected(open);
    const resource = this.SUBRULE(this.classResource);
    this.sealed = this.LA(0);
    return resource;
  }

  #binary(): ast.Expression {
    const { left } = this;
    const operator = this.take(this.CONSUME(t.BinaryOperator));
    const power = powerOf(operator.tokenTypeIdx);
    const floor = power === ASSIGNMENT ? 0 : power;
    const right = this.simple(floor) ?? this.SUBRULE7(this.expression, { ARGS: [floor] });
    if (power <= RELATIONSHIP) this.sealed = this.LA(0);
    return binary(operator, left, right, this.over(operator));
  }

  #access(): ast.Expression {
    const { left } = this;
    this.CONSUME(t.LBrack);
    const keys = this.SUBRULE(this.keys, { ARGS: [true] });
    const close = this.take(this.CONSUME(t.RBrack));
    return { kind: "AccessExpression", span: this.from(left, close), left, keys };
  }

  #resource(): ast.Expression {
    const resource = this.SUBRULE(this.resource, { ARGS: [this.left] });
    this.sealed = this.LA(0);
    return resource;
  }
}
