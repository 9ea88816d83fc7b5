import type { Node } from "../syntax/ast.ts";
import { capitalLabelOf } from "../syntax/label.ts";
import type { CheckContext } from "./context.ts";

/**
 * Report what a plan cannot do outside of an apply block, or not even there
 * (lib/puppet/pops/validation/tasks_checker.rb); true when no other rule applies to the node.
 */
export function onlyForCatalogs(node: Node, context: CheckContext): boolean {
  switch (node.kind) {
    case "HostClassDefinition":
    case "ResourceTypeDefinition":
      return scripting(node, context);
    case "NodeDefinition":
    case "RelationshipExpression":
    case "ResourceDefaultsExpression":
    case "ResourceExpression":
    case "ResourceOverrideExpression":
      return inApply(context) ? false : scripting(node, context);
    case "CollectExpression":
      if (!inApply(context)) return scripting(node, context);
      return node.query.kind === "VirtualQuery" ? false : compiling(node, context);
    case "ApplyExpression":
      return inApply(context) ? compiling(node, context) : false;
    default:
      return false;
  }
}

function inApply({ around }: CheckContext): boolean {
  return around.some((node, index) => {
    const outer = around[index - 1];
    return outer?.kind === "ApplyExpression" && outer.body === node;
  });
}

function scripting(node: Node, context: CheckContext): true {
  const message = `${capitalLabelOf(node)} is only available when compiling a catalog`;
  context.report("EXPRESSION_NOT_SUPPORTED_WHEN_SCRIPTING", node, message);
  return true;
}

function compiling(node: Node, context: CheckContext): true {
  const message = `${capitalLabelOf(node)} is not available when compiling a catalog`;
  context.report("EXPRESSION_NOT_SUPPORTED_WHEN_COMPILING", node, message);
  return true;
}
