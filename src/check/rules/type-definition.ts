import { aLabelOf } from "../../syntax/label.ts";
import type { Rule } from "../context.ts";

/** `type A { ... }` is in the grammar but not in the language. */
export const typeDefinition: Rule = {
  TypeDefinition: (node, context) => {
    const message = `Expressions of type ${aLabelOf(node)} are not supported in this version of Puppet`;
    context.report("UNSUPPORTED_EXPRESSION", node, message);
  },
};
