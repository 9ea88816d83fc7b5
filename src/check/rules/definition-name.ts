import type {
  FunctionDefinition,
  HostClassDefinition,
  PlanDefinition,
  ResourceTypeDefinition,
  TypeAlias,
} from "../../syntax/ast.ts";
import { aLabelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

type Named = HostClassDefinition | ResourceTypeDefinition | FunctionDefinition | PlanDefinition;

/** Names of definitions are lower case, those of type aliases capitalised, neither starts with `::`. */
export const definitionName: Rule = {
  HostClassDefinition: checkName,
  ResourceTypeDefinition: checkName,
  FunctionDefinition: checkName,
  PlanDefinition: checkName,
  TypeAlias: (node, context) => {
    if (!/^[A-Z]\w*(?:::[A-Z]\w*)*$/.test(node.name)) report(node, context);
  },
};

function checkName(node: Named, context: CheckContext): void {
  if (!/^[a-z]\w*(?:::[a-z]\w*)*$/.test(node.name)) report(node, context);
}

function report(node: Named | TypeAlias, context: CheckContext): void {
  const message = `Unacceptable name. The name '${node.name}' is unacceptable as the name of ${aLabelOf(node)}`;
  context.report("ILLEGAL_DEFINITION_NAME", node, message);
}
