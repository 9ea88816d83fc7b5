import type {
  FunctionDefinition,
  HostClassDefinition,
  PlanDefinition,
  ResourceTypeDefinition,
} from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";
import { MISPLACED } from "../file-namespace.ts";

/** A module's definition is in the file its name says. */
export const definitionLocation: Rule = {
  HostClassDefinition: checkLocation,
  ResourceTypeDefinition: checkLocation,
  FunctionDefinition: checkLocation,
  PlanDefinition: checkLocation,
};

type Named = HostClassDefinition | ResourceTypeDefinition | FunctionDefinition | PlanDefinition;

function checkLocation(node: Named, context: CheckContext): void {
  const { file } = node.span.source;
  const namespace = context.namespaceOf(file);
  if (namespace === undefined) return;
  if (namespace !== MISPLACED && node.name.toLowerCase().startsWith(namespace)) return;
  const message = `Unacceptable location. The name '${node.name}' is unacceptable in file '${file}'`;
  context.report("ILLEGAL_DEFINITION_LOCATION", node, message);
}
