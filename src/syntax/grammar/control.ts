import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { RESOURCE } from "./binding-powers.ts";
import { Calls } from "./calls.ts";
import { type Block, endOf, startOf } from "./rules.ts";

/** Conditionals: if, unless, case and the selector. */
export abstract class Control extends Calls {
  /** What follows `if` or `elsif`, with its own else part. */
  override readonly ifPart = this.RULE("ifPart", (keyword: t.Token): ast.IfExpression => {
    const test = this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
    const block = this.SUBRULE(this.block);
    const otherwise = this.OPTION(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.ifPart, { ARGS: [this.take(this.CONSUME(t.Elsif))] }) },
        { ALT: () => this.#else() },
      ]),
    ) as ast.Expression | undefined;
    const start = keyword?.startOffset ?? 0;
    const span = this.span(start, otherwise === undefined ? (block.close?.end ?? 0) : endOf(otherwise));
    const then = this.blockOrExpression(block, start);
    return { kind: "IfExpression", span, test, then, else: otherwise ?? this.nop(start) };
  });

  #else(): ast.Expression {
    const keyword = this.take(this.CONSUME(t.Else));
    return this.blockOrExpression(this.SUBRULE2(this.block), keyword.startOffset);
  }

  override readonly unless = this.RULE("unless", (): ast.UnlessExpression => {
    const keyword = this.take(this.CONSUME(t.Unless));
    const test = this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
    const block = this.SUBRULE(this.block);
    const otherwise = this.OPTION(() => this.#else());
    const start = keyword.startOffset;
    const span = this.span(start, block.close?.end ?? 0);
    const then = this.blockOrExpression(block, start);
    return { kind: "UnlessExpression", span, test, then, else: otherwise ?? this.nop(start) };
  });

  override readonly caseExpression = this.RULE("case", (): ast.CaseExpression => {
    const keyword = this.take(this.CONSUME(t.Case));
    const test = this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
    this.CONSUME(t.LBrace);
    const options: ast.CaseOption[] = [];
    this.AT_LEAST_ONE(() => {
      options.push(this.SUBRULE(this.caseOption));
    });
    const close = this.take(this.CONSUME(t.RBrace));
    return { kind: "CaseExpression", span: this.over(keyword, close), test, options };
  });

  override readonly caseOption = this.RULE("caseOption", (): ast.CaseOption => {
    const values = [this.SUBRULE(this.expression, { ARGS: [RESOURCE] })];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      values.push(this.SUBRULE2(this.expression, { ARGS: [RESOURCE] }));
    });
    const colon = this.take(this.CONSUME(t.Colon));
    const block = this.SUBRULE(this.block);
    const span = this.over(colon, block.close ?? colon);
    const then = this.body(block.statements, span.start);
    return { kind: "CaseOption", span, values, then };
  });

  override readonly selector = this.RULE("selector", (left: ast.Expression): ast.SelectorExpression => {
    this.CONSUME(t.QMark);
    const selectors = this.OR([
      { ALT: () => this.#entries() },
      { ALT: () => [this.SUBRULE(this.selectorEntry)] },
    ]) as ast.SelectorEntry[];
    return { kind: "SelectorExpression", span: this.span(startOf(left), endOf(left)), left, selectors };
  });

  #entries(): ast.SelectorEntry[] {
    this.CONSUME(t.SelBrace);
    const entries = [this.SUBRULE2(this.selectorEntry)];
    this.MANY({
      GATE: () => this.LA(2).tokenType !== t.RBrace,
      DEF: () => {
        this.CONSUME(t.Comma);
        entries.push(this.SUBRULE3(this.selectorEntry));
      },
    });
    this.OPTION(() => this.CONSUME2(t.Comma));
    this.CONSUME(t.RBrace);
    return entries;
  }

  override readonly selectorEntry = this.RULE("selectorEntry", (): ast.SelectorEntry => {
    const matching = this.simple(RESOURCE) ?? this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
    const arrow = this.take(this.CONSUME(t.FArrow));
    const value = this.simple(RESOURCE) ?? this.SUBRULE2(this.expression, { ARGS: [RESOURCE] });
    return { kind: "SelectorEntry", span: this.over(arrow), matching, value };
  });

  /** One statement stands for itself, several are a block. */
  protected blockOrExpression(block: Block, start: number): ast.Expression {
    const { statements, open, close } = block;
    if (statements === undefined || statements.length === 0) return this.nop(start);
    if (statements.length === 1) return statements[0]!;
    return { kind: "BlockExpression", span: this.over(open, close), statements };
  }
}
