import type { Rule } from "../context.ts";
import { illegalExpression } from "../illegal-expression.ts";

/** Functions are called by name, types by reference. */
export const functionName: Rule = {
  CallNamedFunctionExpression: (node, context) => {
    const { functor } = node;
    const called = functor.kind === "AccessExpression" ? functor.left : functor;
    if (called.kind === "QualifiedReference" || functor.kind === "QualifiedName") return;
    if (functor.kind === "RenderStringExpression") {
      const message =
        "Ambiguous EPP parameter expression. Probably missing '<%-' before parameters to remove leading whitespace";
      context.report("ILLEGAL_EPP_PARAMETERS", node, message);
    } else illegalExpression(functor, "function name", node, context);
  },
};
