import type { ConcatenatedString, Expression, NodeDefinition } from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";
import { illegalExpression } from "../illegal-expression.ts";

/** Nodes are matched by names without odd characters, regular expressions or `default`. */
export const hostname: Rule = {
  NodeDefinition: (node, context) => {
    for (const match of node.matches) checkHostname(match, node, context);
  },
};

function checkHostname(match: Expression, node: NodeDefinition, context: CheckContext): void {
  switch (match.kind) {
    case "LiteralString":
      checkCharacters(match.value, match, context);
      break;
    case "ConcatenatedString":
      refuseInterpolation(match, context);
      break;
    case "LiteralDefault":
    case "LiteralRegularExpression":
      break;
    default:
      illegalExpression(match, "hostname", node, context);
  }
}

function checkCharacters(name: string, node: Expression, context: CheckContext): void {
  if (!/[^-\w.]/.test(name)) return;
  const allowed = "only letters, digits, '_', '-', and '.' are allowed";
  context.report(
    "ILLEGAL_HOSTNAME_CHARS",
    node,
    `The hostname '${name}' contains illegal characters (${allowed})`,
  );
}

function refuseInterpolation(match: ConcatenatedString, context: CheckContext): void {
  const text = match.segments.find((segment) => segment.kind === "TextExpression");
  const node = text?.kind === "TextExpression" ? text.expr : match;
  const message = "An interpolated expression is not allowed in a hostname of a node";
  context.report("ILLEGAL_HOSTNAME_INTERPOLATION", node, message);
}
