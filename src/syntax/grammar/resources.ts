import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { RESOURCE } from "./binding-powers.ts";
import { asEntries, shapeOf } from "./resource-shapes.ts";
import { endOf, type Operations, startOf } from "./rules.ts";
import { withStatementCalls } from "./statement-calls.ts";
import { Statements } from "./statements.ts";

/** Resources: titled, defaults, overrides, classes as resources; and collectors. */
export abstract class Resources extends Statements {
  /** The braces behind an expression at the level of statements. */
  override readonly resource = this.RULE("resource", (left: ast.Expression): ast.Expression => {
    const open = this.take(this.CONSUME(t.LBrace));
    const start = startOf(left);
    const title = this.OPTION({
      GATE: () => !this.#startsOperations(),
      DEF: () => {
        const expression = this.simple(RESOURCE) ?? this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
        this.CONSUME(t.Colon);
        return expression;
      },
    });
    const operations = this.SUBRULE(this.operations);
    const bodies = this.OPTION2({ GATE: () => title !== undefined, DEF: () => this.#furtherBodies(start) });
    const close = this.take(this.CONSUME(t.RBrace));
    if (this.RECORDING_PHASE) return left;
    const span = this.span(start, close.end);
    if (title === undefined) return this.#untitled(left, operations, open, span);
    const first: ast.ResourceBody = { kind: "ResourceBody", span: this.at(start), title, operations };
    return {
      kind: "ResourceExpression",
      span,
      form: "regular",
      typeName: left,
      bodies: [first, ...(bodies ?? [])],
    };
  });

  #furtherBodies(start: number): ast.ResourceBody[] | undefined {
    this.CONSUME(t.Semic);
    return this.OPTION3(() => this.SUBRULE(this.resourceBodies, { ARGS: [start] }));
  }

  /** Whether the brace opens attributes rather than a title. */
  #startsOperations(): boolean {
    const { tokenType } = this.LA(1);
    if (tokenType === t.RBrace || tokenType === t.Comma) return true;
    const next = this.LA(2).tokenType;
    if (next === t.FArrow) return tokenType === t.Times || isAttributeName(tokenType);
    return next === t.PArrow && isAttributeName(tokenType);
  }

  #untitled(
    left: ast.Expression,
    operations: Operations,
    open: t.Token,
    span: ast.Node["span"],
  ): ast.Expression {
    switch (shapeOf(left)) {
      case "defaults":
        return { kind: "ResourceDefaultsExpression", span, form: "regular", typeRef: left, operations };
      case "override":
        return { kind: "ResourceOverrideExpression", span, form: "regular", resources: left, operations };
      case "resource":
        return this.#nameAndHash(left, operations, open, span);
      default:
        return this.refuse(
          left.span,
          "Expression is not valid as a resource, resource-default, or resource-override",
        );
    }
  }

  /** `notice { a => 1 }` is a call, `file { a => 1 }` a mistake that the checks explain. */
  #nameAndHash(
    left: ast.Expression,
    operations: Operations,
    open: t.Token,
    span: ast.Node["span"],
  ): ast.Expression {
    const entries = asEntries(operations);
    if (entries === undefined) {
      this.refuse(this.over(open), "Syntax error resource body without title or hash with +>");
    }
    const hash: ast.LiteralHash = {
      kind: "LiteralHash",
      span: this.span(open.startOffset, span.end),
      entries,
    };
    const statements = withStatementCalls([left, hash], (comma, words) =>
      this.refuse(this.over(comma), words),
    );
    const first = statements[0]!;
    return statements.length === 1 ? { ...first, span } : { kind: "BlockExpression", span, statements };
  }

  override readonly classResource = this.RULE("classResource", (): ast.ResourceExpression => {
    const keyword = this.take(this.CONSUME(t.ClassResource));
    const start = keyword.startOffset;
    this.CONSUME(t.LBrace);
    const bodies = this.SUBRULE(this.resourceBodies, { ARGS: [start] });
    const close = this.take(this.CONSUME(t.RBrace));
    const typeName: ast.QualifiedName = { kind: "QualifiedName", span: this.at(start), value: "class" };
    return { kind: "ResourceExpression", span: this.over(keyword, close), form: "regular", typeName, bodies };
  });

  override readonly resourceBodies = this.RULE("resourceBodies", (start: number): ast.ResourceBody[] => {
    const bodies: ast.ResourceBody[] = [this.#body1(start)];
    this.MANY({
      GATE: () => this.LA(2).tokenType !== t.RBrace,
      DEF: () => {
        this.CONSUME(t.Semic);
        bodies.push(this.#body2(start));
      },
    });
    this.OPTION(() => this.CONSUME2(t.Semic));
    return bodies;
  });

  #body1(start: number): ast.ResourceBody {
    const title = this.simple(RESOURCE) ?? this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
    this.CONSUME(t.Colon);
    return { kind: "ResourceBody", span: this.at(start), title, operations: this.SUBRULE(this.operations) };
  }

  #body2(start: number): ast.ResourceBody {
    const title = this.simple(RESOURCE) ?? this.SUBRULE2(this.expression, { ARGS: [RESOURCE] });
    this.CONSUME2(t.Colon);
    return { kind: "ResourceBody", span: this.at(start), title, operations: this.SUBRULE2(this.operations) };
  }

  /** `name => value` and `* => hash`; Puppet accepts a comma before the first and after the last. */
  override readonly operations = this.RULE("operations", (): Operations => {
    const operations: Operations = [];
    this.OPTION(() => {
      operations.push(this.SUBRULE(this.operation));
    });
    this.MANY({
      GATE: () => this.LA(2).tokenType !== t.RBrace && this.LA(2).tokenType !== t.Semic,
      DEF: () => {
        this.CONSUME(t.Comma);
        operations.push(this.SUBRULE2(this.operation));
      },
    });
    this.OPTION2(() => this.CONSUME2(t.Comma));
    return operations;
  });

  override readonly operation = this.RULE("operation", (): Operations[number] => {
    if (!this.may(t.Times)) return this.#named();
    return this.OR([{ ALT: () => this.#named() }, { ALT: () => this.#unfolded() }]) as Operations[number];
  });

  #named(): ast.AttributeOperation {
    const name = this.take(this.CONSUME(t.AttributeName));
    const arrow = this.take(this.CONSUME(t.AttributeArrow));
    const value = this.simple(RESOURCE) ?? this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
    const operator = arrow.tokenType === t.PArrow ? "+>" : "=>";
    const span = this.span(name.startOffset, endOf(value));
    return { kind: "AttributeOperation", span, name: name.image, operator, value };
  }

  #unfolded(): ast.AttributesOperation {
    const star = this.take(this.CONSUME(t.Times));
    this.CONSUME2(t.FArrow);
    const expr = this.SUBRULE2(this.expression, { ARGS: [RESOURCE] });
    return { kind: "AttributesOperation", span: this.span(star.startOffset, endOf(expr)), expr };
  }

  override readonly collector = this.RULE("collector", (type: ast.Expression): ast.CollectExpression => {
    const query = this.OR([{ ALT: () => this.#virtualQuery() }, { ALT: () => this.#exportedQuery() }]) as
      | ast.VirtualQuery
      | ast.ExportedQuery;
    let end = endOf(query);
    const operations = this.OPTION3(() => {
      this.CONSUME(t.LBrace);
      const list = this.SUBRULE(this.operations);
      end = this.take(this.CONSUME(t.RBrace)).end;
      return list;
    });
    const span = this.span(startOf(type), end);
    return { kind: "CollectExpression", span, type, query, operations: operations ?? [] };
  });

  #virtualQuery(): ast.VirtualQuery {
    const open = this.take(this.CONSUME(t.LCollect));
    const expr = this.OPTION(() => this.SUBRULE(this.expression, { ARGS: [RESOURCE] }));
    const close = this.take(this.CONSUME(t.RCollect));
    return { kind: "VirtualQuery", span: this.over(open, close), expr: expr ?? this.nop(open.startOffset) };
  }

  #exportedQuery(): ast.ExportedQuery {
    const open = this.take(this.CONSUME(t.LLCollect));
    const expr = this.OPTION2(() => this.SUBRULE2(this.expression, { ARGS: [RESOURCE] }));
    const close = this.take(this.CONSUME(t.RRCollect));
    return { kind: "ExportedQuery", span: this.over(open, close), expr: expr ?? this.nop(open.startOffset) };
  }
}

function isAttributeName(type: t.TokenType): boolean {
  return type.CATEGORIES?.includes(t.AttributeName) ?? false;
}
