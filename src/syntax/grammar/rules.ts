import { EmbeddedActionsParser, type ParserMethod } from "chevrotain";
import { Failure } from "../../diagnostics/failure.ts";
import type { Span } from "../../diagnostics/issue.ts";
import { placeOf } from "../../diagnostics/issue.ts";
import { Source } from "../../source/source.ts";
import type * as ast from "../ast.ts";
import type { Token } from "../tokens.ts";
import * as t from "../tokens.ts";
import { LazyLookahead } from "./lazy-lookahead.ts";
import type { Statement } from "./statement-calls.ts";
import { syntaxError } from "./syntax-error.ts";

type Rule<R, A extends unknown[] = []> = ParserMethod<A, R>;
export type Operations = (ast.AttributeOperation | ast.AttributesOperation)[];
/** An element of a list of arguments; adjacent entries become one hash. */
export type Element = ast.Expression | ast.KeyedEntry;
/** Where an element stands: only collections take bare keywords, only arguments take assignments. */
export type ElementOf = "collection" | "arguments" | "keys";

const NO_SOURCE = new Source("");

/**
 * The rules of the grammar by name, so that every chapter can refer to every other, and what they share.
 * The chapters are a chain of classes; the last one is the parser.
 */
export abstract class Rules extends EmbeddedActionsParser {
  declare readonly statements: Rule<ast.Expression[]>;
  declare readonly statement: Rule<Statement>;
  declare readonly expression: Rule<ast.Expression, [number]>;
  declare readonly doubleQuoted: Rule<ast.Expression>;
  declare readonly heredoc: Rule<ast.Expression>;
  declare readonly element: Rule<Element, [ElementOf]>;
  declare readonly array: Rule<ast.LiteralList>;
  declare readonly hash: Rule<ast.LiteralHash>;
  declare readonly keys: Rule<ast.Expression[], [boolean]>;
  declare readonly arguments: Rule<ast.Expression[], [boolean]>;
  declare readonly call: Rule<ast.Expression, [ast.Expression]>;
  declare readonly methodCall: Rule<ast.Expression, [ast.Expression]>;
  declare readonly lambda: Rule<ast.LambdaExpression>;
  declare readonly block: Rule<Block>;
  declare readonly ifPart: Rule<ast.IfExpression, [Token]>;
  declare readonly unless: Rule<ast.UnlessExpression>;
  declare readonly caseExpression: Rule<ast.CaseExpression>;
  declare readonly caseOption: Rule<ast.CaseOption>;
  declare readonly selector: Rule<ast.SelectorExpression, [ast.Expression]>;
  declare readonly selectorEntry: Rule<ast.SelectorEntry>;
  declare readonly resource: Rule<ast.Expression, [ast.Expression]>;
  declare readonly classResource: Rule<ast.ResourceExpression>;
  declare readonly resourceBodies: Rule<ast.ResourceBody[], [number]>;
  declare readonly operations: Rule<Operations>;
  declare readonly operation: Rule<ast.AttributeOperation | ast.AttributesOperation>;
  declare readonly collector: Rule<ast.CollectExpression, [ast.Expression]>;
  declare readonly parameterList: Rule<ast.Parameter[]>;
  declare readonly parameters: Rule<ast.Parameter[]>;
  declare readonly parameter: Rule<ast.Parameter>;
  declare readonly typeReference: Rule<ast.QualifiedReference | ast.AccessExpression>;
  declare readonly returnType: Rule<ast.Expression | undefined>;
  declare readonly definitionName: Rule<Token>;
  declare readonly hostClass: Rule<ast.HostClassDefinition>;
  declare readonly define: Rule<ast.ResourceTypeDefinition>;
  declare readonly plan: Rule<ast.PlanDefinition>;
  declare readonly apply: Rule<ast.ApplyExpression>;
  declare readonly functionDefinition: Rule<ast.FunctionDefinition>;
  declare readonly node: Rule<ast.NodeDefinition>;
  declare readonly hostname: Rule<ast.Expression>;
  declare readonly typeKeyword: Rule<ast.Expression>;
  declare readonly render: Rule<ast.RenderExpression>;
  declare readonly template: Rule<ast.LambdaExpression>;
  declare readonly program: Rule<ast.Expression[]>;

  source: Source = NO_SOURCE;
  definitions: ast.Definition[] = [];
  /** The names of the classes and plans around the current place. */
  namespace: string[] = [];
  /** The left operand of the operator about to be parsed. */
  protected left: ast.Expression = undefined as never;
  /** The binding power that operators of the current expression must exceed. */
  protected floor = 0;
  /** The last token of a relationship, resource or assignment: none of these can be an operand. */
  protected sealed: unknown;
  /** The token where a plain keyword is a value. */
  protected keywordAllowed: unknown;

  protected abstract simple(floor: number): ast.Expression | undefined;

  constructor(validate: boolean) {
    super(t.VOCABULARY, {
      skipValidations: !validate,
      maxLookahead: 1,
      lookaheadStrategy: new LazyLookahead({ maxLookahead: 1 }),
      recoveryEnabled: false,
    });
  }

  /** The next token, without a type check. */
  protected peek(ahead = 1): Token {
    return this.LA(ahead) as Token;
  }

  /**
   * Whether a token comes next; always while chevrotain records the grammar. On the way of every value it spares
   * asking the general lookahead.
   */
  protected may(type: t.TokenType): boolean {
    return this.RECORDING_PHASE || this.LA(1).tokenType === type;
  }

  protected take(consumed: unknown): Token {
    return consumed as Token;
  }

  protected span(start: number, end: number): Span {
    return { source: this.source, start, end };
  }

  /** The span of one token, or from one token to another. */
  protected over(first: Token, last = first): Span {
    return { source: this.source, start: first.startOffset, end: last.end };
  }

  /** From the start of a node to the end of a token. */
  protected from(node: ast.Node, last: Token): Span {
    return { source: this.source, start: startOf(node), end: last.end };
  }

  /** The place that has no text of its own: Puppet points at the start of what contains it. */
  protected at(offset: number): Span {
    return { source: this.source, start: offset, end: offset };
  }

  protected nop(offset: number): ast.Nop {
    return { kind: "Nop", span: this.at(offset) };
  }

  /** Refuse a token that the language does not allow here. */
  protected unexpected(token: Token): never {
    throw syntaxError(this.source, token);
  }

  /** Refuse with other words than "Syntax error". */
  protected refuse(span: Span, message: string): never {
    throw new Failure({ code: "SYNTAX_ERROR", severity: "error", message, place: placeOf(span) });
  }
}

/** Statements between braces. */
export interface Block {
  readonly open: Token;
  readonly statements: ast.Expression[];
  readonly close: Token;
}

/** The start of a node; zero while the parser records its grammar with dummies. */
export function startOf(node: ast.Node): number {
  const { span } = (node as ast.Node | undefined) ?? {};
  return span === undefined ? 0 : span.start;
}

/** The end of a node; zero while the parser records its grammar with dummies. */
export function endOf(node: ast.Node): number {
  const { span } = (node as ast.Node | undefined) ?? {};
  return span === undefined ? 0 : span.end;
}
