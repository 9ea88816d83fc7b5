import { aLabelOf } from "../../syntax/label.ts";
import type { Rule } from "../context.ts";

/** `+>` adds to attributes of overrides and collectors only. */
export const attributeAppend: Rule = {
  AttributeOperation: (node, context) => {
    const { parent } = context;
    if (node.operator !== "+>" || parent === undefined) return;
    if (parent.kind === "CollectExpression" || parent.kind === "ResourceOverrideExpression") return;
    const message = `Illegal +> operation on attribute ${node.name}. This operator can not be used in ${aLabelOf(parent)}`;
    context.report("ILLEGAL_ATTRIBUTE_APPEND", node, message);
  },
};
