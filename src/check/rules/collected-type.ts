import type { Rule } from "../context.ts";
import { illegalExpression } from "../illegal-expression.ts";

/** Collectors collect a type. */
export const collectedType: Rule = {
  CollectExpression: (node, context) => {
    if (node.type.kind !== "QualifiedReference") illegalExpression(node.type, "type name", node, context);
  },
};
