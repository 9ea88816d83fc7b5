import type { Span } from "../../diagnostics/issue.ts";
import type * as ast from "../ast.ts";
import type { Operations } from "./rules.ts";

/** What braces behind an expression make of it. */
export type Shape = "resource" | "defaults" | "override";

/** The shape of a resource expression by what stands before its brace; undefined when nothing fits. */
export function shapeOf(left: ast.Expression): Shape | undefined {
  switch (left.kind) {
    case "QualifiedName":
      return "resource";
    case "QualifiedReference":
      return "defaults";
    case "AccessExpression":
      return "override";
    default:
      return undefined;
  }
}

/** The same resource expression, virtual or exported; undefined when it is none. */
export function withForm(
  node: ast.Expression,
  form: ast.ResourceForm,
  span: Span,
): ast.Expression | undefined {
  switch (node.kind) {
    case "ResourceExpression": {
      const start = { ...span, end: span.start };
      return { ...node, form, span, bodies: node.bodies.map((body) => ({ ...body, span: start })) };
    }
    case "ResourceDefaultsExpression":
    case "ResourceOverrideExpression":
      return { ...node, form, span };
    default:
      return undefined;
  }
}

/** The entries of `name { a => 1 }`, which is a name followed by a hash; undefined when it cannot be. */
export function asEntries(operations: Operations): ast.KeyedEntry[] | undefined {
  const entries: ast.KeyedEntry[] = [];
  for (const operation of operations) {
    if (operation.kind !== "AttributeOperation" || operation.operator === "+>") return undefined;
    const { name, value } = operation;
    const span = { ...operation.span, end: operation.span.start + name.length };
    const key: ast.LiteralString = { kind: "LiteralString", span, value: name };
    entries.push({ kind: "KeyedEntry", span: operation.span, key, value });
  }
  return entries;
}
