import type { Rule } from "../context.ts";

/** Nodes no longer inherit. */
export const nodeInheritance: Rule = {
  NodeDefinition: ({ parent }, context) => {
    if (parent === undefined) return;
    const link = "http://links.puppet.com/puppet-node-inheritance-deprecation";
    const message = `Node inheritance is not supported in Puppet >= 4.0.0. See ${link}`;
    context.report("ILLEGAL_NODE_INHERITANCE", parent, message);
  },
};
