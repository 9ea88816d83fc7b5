import type { Node } from "../syntax/ast.ts";
import { capitalLabelOf } from "../syntax/label.ts";
import type { CheckContext } from "./context.ts";

/** Report an expression that gives no value where one is needed. */
export function requireValue(node: Node, context: CheckContext): void {
  switch (node.kind) {
    case "CollectExpression":
    case "HostClassDefinition":
    case "ResourceTypeDefinition":
    case "NodeDefinition":
    case "FunctionDefinition":
    case "PlanDefinition":
    case "TypeAlias":
    case "TypeDefinition":
    case "TypeMapping":
      context.report(
        "NOT_RVALUE",
        node,
        `Invalid use of expression. ${capitalLabelOf(node)} does not produce a value`,
      );
      break;
    case "ParenthesizedExpression":
    case "NotExpression":
    case "UnaryMinusExpression":
    case "UnfoldExpression":
    case "TextExpression":
    case "RenderExpression":
      requireValue(node.expr, context);
  }
}
