import type { Expression, VariableExpression } from "../../syntax/ast.ts";
import { aLabelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";
import { requireValue } from "../rvalue.ts";

/** Values are assigned to variables of the current scope, or to lists of them. */
export const assignment: Rule = {
  AssignmentExpression: (node, context) => {
    if (node.operator === "=") {
      checkTarget(node.left, context);
      requireValue(node.right, context);
      return;
    }
    const link = "http://links.puppet.com/remove-plus-equals";
    const message = `The operator '${node.operator}' is no longer supported. See ${link}`;
    context.report("APPENDS_DELETES_NO_LONGER_SUPPORTED", node, message);
  },
};

function checkTarget(node: Expression, context: CheckContext): void {
  if (node.kind === "VariableExpression") checkVariable(node, context);
  else if (node.kind === "LiteralList") for (const value of node.values) checkTarget(value, context);
  else if (node.kind === "AccessExpression") {
    const message = "Illegal attempt to assign via [index/key]. Not an assignable reference";
    context.report("ILLEGAL_INDEXED_ASSIGNMENT", node, message);
  } else {
    const message = `Illegal attempt to assign to '${aLabelOf(node)}'. Not an assignable reference`;
    context.report("ILLEGAL_ASSIGNMENT", node, message);
  }
}

function checkVariable(node: VariableExpression, context: CheckContext): void {
  const { name } = node;
  if (/^(?:0|[1-9][0-9]*)$/.test(name)) {
    const message = `Illegal attempt to assign to the numeric match result variable '$${name}'. Numeric variables are not assignable`;
    context.report("ILLEGAL_NUMERIC_ASSIGNMENT", node, message);
  }
  if (name.includes("::")) {
    const message = `Illegal attempt to assign to '${name}'. Cannot assign to variables in other namespaces`;
    context.report("CROSS_SCOPE_ASSIGNMENT", node, message);
  }
}
