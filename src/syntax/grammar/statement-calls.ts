import type * as ast from "../ast.ts";
import type { Token } from "../tokens.ts";

/** Expressions with commas between them: the arguments of a call without parentheses. */
export interface ArgumentList {
  readonly kind: "ArgumentList";
  readonly values: readonly ast.Expression[];
  readonly comma: Token;
}

export type Statement = ast.Expression | ArgumentList;

/** The functions that can be called without parentheses (lib/puppet/pops/model/factory.rb). */
const STATEMENT_CALLS: ReadonlySet<string> = new Set([
  ...["require", "realize", "include", "contain", "tag"],
  ...["debug", "info", "notice", "warning", "err"],
  ...["fail", "import", "break", "next", "return"],
]);

/** Says what is wrong with an argument list that follows no function. */
export type Refuse = (comma: Token, message: string) => never;

/** Turn the name of a statement function and what follows it into a call. */
export function withStatementCalls(statements: readonly Statement[], refuse: Refuse): ast.Expression[] {
  const result: ast.Expression[] = [];
  for (const statement of statements) {
    const name = result.at(-1);
    if (name?.kind === "QualifiedName" && STATEMENT_CALLS.has(name.value)) {
      result[result.length - 1] = statementCall(name, statement);
    } else if (statement.kind === "ArgumentList") refuse(statement.comma, refusal(name));
    else result.push(asStatement(statement));
  }
  return result;
}

function statementCall(functor: ast.QualifiedName, statement: Statement): ast.Expression {
  const args = statement.kind === "ArgumentList" ? statement.values : [statement];
  const span = { ...functor.span, end: args.at(-1)!.span.end };
  const lambda = undefined;
  return { kind: "CallNamedFunctionExpression", span, functor, arguments: args, lambda, rvalRequired: false };
}

function refusal(name: ast.Expression | undefined): string {
  if (name?.kind !== "QualifiedName") return "illegal comma separated argument list";
  return `attempt to pass argument list to the function '${name.value}' which cannot be called without parentheses`;
}

/** A call that is a statement need not give a value. */
function asStatement(expression: ast.Expression): ast.Expression {
  return expression.kind === "CallNamedFunctionExpression"
    ? { ...expression, rvalRequired: false }
    : expression;
}
