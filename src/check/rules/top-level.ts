import type { Definition, Node } from "../../syntax/ast.ts";
import { capitalLabelOf } from "../../syntax/label.ts";
import type { CheckContext, Rule } from "../context.ts";

/** Definitions stand at the top or in classes; functions and types at the very top only. */
export const topLevel: Rule = {
  HostClassDefinition: checkTop,
  ResourceTypeDefinition: checkTop,
  FunctionDefinition: checkTop,
  PlanDefinition: checkTop,
  NodeDefinition: checkTop,
  TypeAlias: checkTop,
  TypeDefinition: checkTop,
  TypeMapping: checkTop,
};

const TOPMOST_ONLY: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>([
  ...(["FunctionDefinition", "PlanDefinition", "TypeAlias", "TypeDefinition"] as const),
]);
const TOPS: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>([
  "Program",
  "HostClassDefinition",
  "ApplyExpression",
]);

function checkTop(definition: Definition, context: CheckContext): void {
  const { around } = context;
  let index = around.length - 1;
  while (around[index]?.kind === "BlockExpression") {
    const outer = around[--index];
    if (outer?.kind === "Program" || !TOPMOST_ONLY.has(definition.kind)) continue;
    const message = `${capitalLabelOf(definition)} may only appear at toplevel`;
    context.report("NOT_ABSOLUTE_TOP_LEVEL", definition, message);
    return;
  }
  const container = around[index];
  if (container === undefined || TOPS.has(container.kind)) return;
  const message = "Classes, definitions, and nodes may only appear at toplevel or inside other classes";
  context.report("NOT_TOP_LEVEL", definition, message);
}
