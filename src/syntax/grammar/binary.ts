import type { Span } from "../../diagnostics/issue.ts";
import type * as ast from "../ast.ts";
import type { Token } from "../tokens.ts";

type Build = (operator: never, left: ast.Expression, right: ast.Expression, span: Span) => ast.Expression;
type Builds = { readonly [operator: string]: Build };

const arithmetic = of("ArithmeticExpression");
const comparison = of("ComparisonExpression");
const match = of("MatchExpression");
const assignment = of("AssignmentExpression");
const relationship = of("RelationshipExpression");

const BUILDS: Builds = {
  ...all(arithmetic, ["+", "-", "*", "/", "%", "<<", ">>"]),
  ...all(comparison, ["==", "!=", "<", "<=", ">", ">="]),
  ...all(match, ["=~", "!~"]),
  ...all(assignment, ["=", "+=", "-="]),
  ...all(relationship, ["->", "<-", "~>", "<~"]),
  in: (_, left, right, span) => ({ kind: "InExpression", span, left, right }),
  and: (_, left, right, span) => ({ kind: "AndExpression", span, left, right }),
  or: (_, left, right, span) => ({ kind: "OrExpression", span, left, right }),
};

type WithOperator = Extract<ast.Expression, { operator: string; left: ast.Expression }>;

function of<K extends WithOperator["kind"]>(kind: K): Build {
  return (operator, left, right, span) => ({ kind, operator, left, right, span }) as WithOperator;
}

function all(build: Build, operators: readonly string[]): Builds {
  return Object.fromEntries(operators.map((operator) => [operator, build]));
}

/** The node of a binary operator; Puppet places it at the operator. */
export function binary(
  operator: Token,
  left: ast.Expression,
  right: ast.Expression,
  span: Span,
): ast.Expression {
  const build = BUILDS[operator.image];
  return build === undefined ? left : build(operator.image as never, left, right, span);
}
