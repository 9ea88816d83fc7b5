import type { Rule } from "../context.ts";

/** Parameters have plain lower-case names. */
export const parameterName: Rule = {
  Parameter: (node, context) => {
    const { name } = node;
    if (/^(?:0x)?[0-9]+$/.test(name)) {
      const message = `The numeric parameter name '$${name}' cannot be used (clashes with numeric match result variables)`;
      context.report("ILLEGAL_NUMERIC_PARAMETER", node, message);
    }
    if (/^[a-z_]\w*$/.test(name)) return;
    const message = `Illegal parameter name. The given name '${name}' does not conform to the naming rule /^[a-z_]\\w*$/`;
    context.report("ILLEGAL_PARAM_NAME", node, message);
  },
};
