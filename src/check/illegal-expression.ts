import type { Node } from "../syntax/ast.ts";
import { aLabelOf, capitalLabelOf } from "../syntax/label.ts";
import type { CheckContext } from "./context.ts";

/** Report an expression of a kind that cannot be what it is used as. */
export function illegalExpression(node: Node, feature: string, container: Node, context: CheckContext): void {
  const message = `Illegal expression. ${capitalLabelOf(node)} is unacceptable as ${feature} in ${aLabelOf(container)}`;
  context.report("ILLEGAL_EXPRESSION", node, message);
}
