import type { HostClassDefinition, NodeDefinition, ResourceTypeDefinition } from "../../syntax/ast.ts";
import { capitalLabelOf, labelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";
import { idemLast, resourceWithoutTitle } from "../idem.ts";

/** Classes, defined types and nodes give no value, so they cannot end with one. */
export const valueLast: Rule = {
  HostClassDefinition: checkLast,
  ResourceTypeDefinition: checkLast,
  NodeDefinition: checkLast,
};

function checkLast(
  node: HostClassDefinition | ResourceTypeDefinition | NodeDefinition,
  context: CheckContext,
): void {
  const last = idemLast(node.body);
  if (last === undefined) return;
  if (context.options.tasks !== true && resourceWithoutTitle(last) !== undefined) return;
  const container = capitalLabelOf(node);
  const message = `This ${labelOf(last)} has no effect. ${container} can not end with a value-producing expression without other effect`;
  context.report("IDEM_NOT_ALLOWED_LAST", last, message);
}
