import type {
  FunctionDefinition,
  HostClassDefinition,
  Node,
  PlanDefinition,
  ResourceTypeDefinition,
} from "../../syntax/ast.ts";
import type { CheckContext, Rule } from "../context.ts";

type Named = HostClassDefinition | ResourceTypeDefinition | FunctionDefinition | PlanDefinition;

/** `plan` will be a word of the language. */
export const futureReservedWord: Rule = {
  HostClassDefinition: checkName,
  ResourceTypeDefinition: checkName,
  FunctionDefinition: checkName,
  PlanDefinition: checkName,
};

function checkName(node: Named, context: CheckContext): void {
  warnOfReservedWord(node.name, node, context);
}

/** Report a name that is reserved for later. */
export function warnOfReservedWord(name: string, node: Node, context: CheckContext): void {
  if (name === "plan") context.report("FUTURE_RESERVED_WORD", node, `Use of future reserved word: '${name}'`);
}
