import { capitalLabelOf } from "../../syntax/label.ts";
import type { Rule } from "../context.ts";

const MAX = 2n ** 63n - 1n;

/** Integers have 64 bits. */
export const integerRange: Rule = {
  LiteralInteger: (node, context) => {
    if (node.value <= MAX) return;
    const value = `+0x${node.value.toString(16)}`;
    const message = `${capitalLabelOf(node)} resulted in a value outside of Puppet Integer max range, got '${value}'`;
    context.report("NUMERIC_OVERFLOW", node, message);
  },
};
