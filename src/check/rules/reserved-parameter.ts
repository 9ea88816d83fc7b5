import type { HostClassDefinition, ResourceTypeDefinition } from "../../syntax/ast.ts";
import { labelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** Classes and defined types have `$name` and `$title` already. */
export const reservedParameter: Rule = {
  HostClassDefinition: checkNames,
  ResourceTypeDefinition: checkNames,
};

function checkNames(node: HostClassDefinition | ResourceTypeDefinition, context: CheckContext): void {
  for (const parameter of node.parameters) {
    const { name } = parameter;
    if (name !== "name" && name !== "title") continue;
    const message = `The parameter $${name} redefines a built in parameter in the ${labelOf(node)}`;
    context.report("RESERVED_PARAMETER", parameter, message);
  }
}
