import type { Node } from "../../syntax/ast.ts";
import { childrenOf } from "../../syntax/children.ts";
import type { CheckContext, Rule } from "../context.ts";

/** The default of a parameter assigns nothing, except inside of a lambda. */
export const parameterDefault: Rule = {
  Parameter: ({ value }, context) => {
    if (value !== undefined) refuseAssignments(value, context);
  },
};

function refuseAssignments(node: Node, context: CheckContext): void {
  if (node.kind === "AssignmentExpression") {
    context.report("ILLEGAL_ASSIGNMENT_CONTEXT", node, "Assignment not allowed here");
  } else if (node.kind !== "LambdaExpression") {
    for (const child of childrenOf(node)) if (child !== undefined) refuseAssignments(child, context);
  }
}
