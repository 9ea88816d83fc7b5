import type { Node, Parameter } from "../../syntax/ast.ts";
import { aLabelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** Classes, defined types and templates are called with named parameters, so none can take the rest. */
export const capturesRest: Rule = {
  HostClassDefinition: (node, context) => refuse(node.parameters, node, context),
  ResourceTypeDefinition: (node, context) => refuse(node.parameters, node, context),
  EppExpression: (node, context) => {
    if (context.parent?.kind === "LambdaExpression") refuse(context.parent.parameters, node, context);
  },
};

function refuse(parameters: readonly Parameter[], container: Node, context: CheckContext): void {
  for (const parameter of parameters) {
    if (!parameter.capturesRest) continue;
    const message = `Parameter $${parameter.name} has 'captures rest' - not supported in ${aLabelOf(container)}`;
    context.report("CAPTURES_REST_NOT_SUPPORTED", parameter, message);
  }
}
