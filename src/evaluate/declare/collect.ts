import { capitalizeSegments, withoutLeadingColons } from "../../catalog/names.ts";
import { fail } from "../../diagnostics/failure.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import type { CollectExpression } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { NodePlace } from "../node-place.ts";
import type { Scope } from "../scope.ts";
import { evaluateAttributes, sourceOf } from "./attributes.ts";
import { Collector, type CollectorOverride } from "./collector.ts";
import { warnWithoutStore } from "./exported.ts";
import { compileQuery, type Query } from "./query.ts";

/** `File <| query |> { overrides }`: realizes what fits, now and whenever more is declared. */
export function collect(node: CollectExpression, scope: Scope): Value {
  const exported = node.query.kind === "ExportedQuery";
  if (exported) warnWithoutStore(node, scope, "the collection will be ignored");
  const type = collectedType(node, scope);
  const override = node.operations.length === 0 ? undefined : overrideOf(node, scope);
  const query: Query = node.query.expr.kind === "Nop" ? () => true : compileQuery(node.query.expr, scope);
  const collector = new Collector(scope.compilation, type, exported ? undefined : query, override);
  scope.compilation.catalog.collectors.add(collector);
  return collector;
}

function collectedType(node: CollectExpression, scope: Scope): string {
  const { catalog, definitions } = scope.compilation;
  const name =
    node.type.kind === "QualifiedReference" ? withoutLeadingColons(node.type.value.toLowerCase()) : "";
  if (name === "class") fail("CLASSES_NOT_COLLECTABLE", "Classes cannot be collected");
  if (catalog.types.find(name) || definitions.resourceType(name)) return capitalizeSegments(name);
  const known = [...catalog.types.names(), ...definitions.names("define")];
  return fail("UNKNOWN_RESOURCE_TYPE_NAME", `Resource type ${name} doesn't exist`, didYouMean(name, known));
}

function overrideOf(node: CollectExpression, scope: Scope): CollectorOverride {
  return {
    parameters: new Map(evaluateAttributes(node.operations, scope)),
    place: new NodePlace(node.span),
    source: sourceOf(scope),
  };
}
