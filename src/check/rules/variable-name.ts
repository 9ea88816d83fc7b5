import type { Rule } from "../context.ts";

/** Variables have lower-case names, or decimal numbers for what a match found. */
export const variableName: Rule = {
  VariableExpression: (node, context) => {
    const { name } = node;
    if (/^[0-9]/.test(name)) {
      if (/^(?:0|[1-9][0-9]*)$/.test(name)) return;
      const message = `Illegal numeric variable name, The given name '${name}' must be a decimal value if it starts with a digit 0-9`;
      context.report("ILLEGAL_NUMERIC_VAR_NAME", node, message);
    } else if (!/^(?:::)?(?:[a-z]\w*::)*[a-z_]\w*$/.test(name)) {
      const rule = "/^((::)?[a-z]\\w*)*((::)?[a-z_]\\w*)$/";
      const message = `Illegal variable name, The given name '${name}' does not conform to the naming rule ${rule}`;
      context.report("ILLEGAL_VAR_NAME", node, message);
    }
  },
};
