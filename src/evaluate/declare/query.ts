import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { flatValues } from "../../catalog/flat-values.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Expression } from "../../syntax/ast.ts";
import { equals } from "../../values/equality.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import type { Scope } from "../scope.ts";

/** Whether a resource is to be collected. */
export type Query = (resource: DeclaredResource) => boolean;

/** What the two sides of a comparison may be, after Puppet's collector_transformer.rb. */
const OPERANDS: ReadonlySet<Expression["kind"]> = new Set([
  "VariableExpression",
  "AccessExpression",
  "QualifiedName",
  "LiteralBoolean",
  "LiteralString",
  "LiteralInteger",
  "LiteralFloat",
  "LiteralUndef",
  "ConcatenatedString",
]);

/** The search expression of a collector as a test of resources: `==`, `!=`, `and`, `or`. */
export function compileQuery(node: Expression, scope: Scope): Query {
  switch (node.kind) {
    case "ParenthesizedExpression":
      return compileQuery(node.expr, scope);
    case "AndExpression": {
      const [left, right] = [compileQuery(node.left, scope), compileQuery(node.right, scope)];
      return (resource) => left(resource) && right(resource);
    }
    case "OrExpression": {
      const [left, right] = [compileQuery(node.left, scope), compileQuery(node.right, scope)];
      return (resource) => left(resource) || right(resource);
    }
    case "ComparisonExpression":
      return comparison(node.operator, String(operand(node.left, scope)), operand(node.right, scope));
    default:
      return unusable(node);
  }
}

function comparison(operator: string, attribute: string, value: Value): Query {
  if (operator === "!=") return (resource) => !equals(attributeOf(resource, attribute), value);
  if (attribute === "tag") return taggedWith(value);
  return (resource) => {
    const actual = attributeOf(resource, attribute);
    if (!Array.isArray(actual)) return equals(actual, value);
    return (actual as readonly Value[]).some((element) => equals(element, value));
  };
}

/** Tags of the resource, and those it will take on from its container. */
function taggedWith(value: Value): Query {
  const tags = flatValues(value).map((tag) => {
    if (typeof tag === "bigint" || typeof tag === "number")
      fail("NUMERIC_TAG", "Cannot transform a number to a tag");
    return String(tag).toLowerCase();
  });
  return (resource) => {
    for (let at: DeclaredResource | undefined = resource; at; ) {
      const { tags: own } = at;
      if (tags.some((tag) => own.has(tag))) return true;
      const container: DeclaredResource | undefined = at.declaredIn?.resource;
      at = container === at ? undefined : container;
    }
    return false;
  };
}

function attributeOf(resource: DeclaredResource, attribute: string): Value {
  return attribute === "title" ? resource.title : (resource.parameters.get(attribute)?.value ?? null);
}

function operand(node: Expression, scope: Scope): Value {
  if (node.kind === "ParenthesizedExpression") return operand(node.expr, scope);
  return OPERANDS.has(node.kind) ? evaluate(node, scope) : unusable(node);
}

function unusable(node: Expression): never {
  return fail("UNUSABLE_QUERY", `Cannot transform object of class Puppet::Pops::Model::${node.kind}`);
}
