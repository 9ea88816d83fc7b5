import type { RelationshipEnd } from "../../catalog/declared-resource.ts";
import { reference } from "../../catalog/names.ts";
import { namedResource } from "../../catalog/references.ts";
import type { RelationshipExpression } from "../../syntax/ast.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { hashKey } from "../../values/hash-key.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { NodePlace } from "../node-place.ts";
import type { Scope } from "../scope.ts";
import { labelled } from "../value-label.ts";
import { Collector } from "./collector.ts";

/** `a -> b`, `a ~> b` and the same backwards; gives the right side, so that arrows can be chained. */
export function relate(node: RelationshipExpression, scope: Scope): Value {
  const left = operands(evaluate(node.left, scope), node, scope);
  const right = operands(evaluate(node.right, scope), node, scope);
  const backwards = node.operator.startsWith("<");
  const [from, to] = backwards ? [right, left] : [left, right];
  const origin = `the '${node.operator}' arrow`;
  const place = new NodePlace(node.span);
  for (const source of from.keys()) {
    for (const target of to.keys()) {
      scope.compilation.catalog.relate(source, target, node.operator.includes("~"), origin, place);
    }
  }
  if (right.size === 0) return [...left.values()];
  const [only] = right.keys();
  if (right.size === 1 && only instanceof Collector) only.standInFor([...left.keys()]);
  return [...right.values()];
}

/** The ends that an operand gives, each once, with the values that name them. */
function operands(value: Value, node: RelationshipExpression, scope: Scope): Map<RelationshipEnd, Value> {
  const ends = new Map<RelationshipEnd, Value>();
  const seen = new Set<unknown>();
  for (const each of flatten(value)) {
    const entry = typeof each === "string" ? scope.compilation.types.parse(each) : each;
    const key = hashKey(entry);
    if (seen.has(key)) continue;
    seen.add(key);
    ends.set(endOf(entry, node), entry);
  }
  return ends;
}

function endOf(value: Value, node: RelationshipExpression): RelationshipEnd {
  if (value instanceof Collector) return value;
  const named = namedResource(value);
  if (named?.title !== undefined) return reference(named.type, named.title);
  if (value instanceof ClassType || value instanceof ResourceType) return `${named?.type ?? "Resource"}[]`;
  if (value instanceof Type) return failAt(node, "NOT_CATALOG_TYPE", notCatalogType(value));
  const words = `can not form a relationship with ${labelled(value)}. A Catalog type is required.`;
  return failAt(node, "ILLEGAL_RELATIONSHIP_OPERAND_TYPE", `Illegal relationship operand, ${words}`);
}

function notCatalogType(type: Type): string {
  return `Illegal relationship operand, can not form a relationship with something of type ${type}. A Catalog type is required.`;
}

function flatten(value: Value): Value[] {
  return Array.isArray(value) ? (value as readonly Value[]).flatMap(flatten) : [value];
}
