import type { Expression, Node } from "../../syntax/ast.ts";
import { labelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** A file of a module holds definitions only. */
export const topConstructLocation: Rule = {
  Program: ({ body, source }, context) => {
    if (body.kind === "Nop" || context.namespaceOf(source.file) === undefined) return;
    const statements = body.kind === "BlockExpression" ? body.statements : [body];
    for (const statement of statements) if (!isDefinition(statement)) report(statement, context);
  },
};

const DEFINITIONS: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>([
  ...(["HostClassDefinition", "ResourceTypeDefinition", "FunctionDefinition", "PlanDefinition"] as const),
  ...(["TypeAlias", "TypeDefinition", "TypeMapping"] as const),
]);

function isDefinition(node: Expression): boolean {
  return DEFINITIONS.has(node.kind);
}

function report(node: Expression, context: CheckContext): void {
  const message = `This ${labelOf(node)} is unacceptable as a top level construct in this location`;
  context.report("ILLEGAL_TOP_CONSTRUCT_LOCATION", node, message);
}
