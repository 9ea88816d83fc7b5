import type { Expression } from "../../syntax/ast.ts";
import { capitalLabelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** Queries compare with `==` and `!=`, joined by `and` and `or`. */
export const query: Rule = {
  VirtualQuery: ({ expr }, context) => checkQuery(expr, context),
  ExportedQuery: ({ expr }, context) => checkQuery(expr, context),
};

function checkQuery(node: Expression, context: CheckContext): void {
  switch (node.kind) {
    case "AndExpression":
    case "OrExpression":
      checkQuery(node.left, context);
      checkQuery(node.right, context);
      break;
    case "ParenthesizedExpression":
      checkQuery(node.expr, context);
      break;
    case "ComparisonExpression":
      if (node.operator !== "==" && node.operator !== "!=") report(node, context);
      break;
    case "Nop":
    case "VariableExpression":
    case "QualifiedName":
    case "LiteralInteger":
    case "LiteralFloat":
    case "LiteralString":
    case "RenderStringExpression":
    case "LiteralBoolean":
      break;
    default:
      report(node, context);
  }
}

function report(node: Expression, context: CheckContext): void {
  const message = `Illegal query expression. ${capitalLabelOf(node)} cannot be used in a query`;
  context.report("ILLEGAL_QUERY_EXPRESSION", node, message);
}
