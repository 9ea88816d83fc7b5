import { labelOf } from "../../syntax/label.ts";
import type { Rule } from "../context.ts";
import { isIdem, resourceWithoutTitle } from "../idem.ts";

/** Statements before the last must do something; a name and a hash are a resource without a title. */
export const noEffect: Rule = {
  BlockExpression: (node, context) => {
    const name = context.options.tasks === true ? undefined : resourceWithoutTitle(node);
    if (name !== undefined) {
      const message = `This expression is invalid. Did you try declaring a '${name}' resource without a title?`;
      context.report("RESOURCE_WITHOUT_TITLE", node, message);
      return;
    }
    const idle = node.statements.slice(0, -1).find(isIdem);
    if (idle === undefined) return;
    const reason =
      "A value was produced and then forgotten (one or more preceding expressions may have the wrong form)";
    context.report("IDEM_EXPRESSION_NOT_LAST", idle, `This ${labelOf(idle)} has no effect. ${reason}`);
  },
};
