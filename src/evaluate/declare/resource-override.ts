import { flatValues } from "../../catalog/flat-values.ts";
import { namedResource } from "../../catalog/references.ts";
import type { ResourceOverrideExpression } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { NodePlace } from "../node-place.ts";
import type { Scope } from "../scope.ts";
import { valueLabel } from "../value-label.ts";
import { evaluateAttributes, sourceOf } from "./attributes.ts";
import { addOverride } from "./override.ts";

/** `File['/x'] { mode => '0644' }`: new values for declared resources, or for those yet to come. */
export function overrideResources(node: ResourceOverrideExpression, scope: Scope): Value {
  const value = evaluate(node.resources, scope);
  const parameters = new Map(evaluateAttributes(node.operations, scope));
  for (const each of flatValues(value)) {
    const named = namedResource(each);
    if (named?.title === undefined || named.type === "Class") {
      failAt(
        node,
        "ILLEGAL_OVERRIDDEN_TYPE",
        `Resource Override can only operate on resources, got: ${valueLabel(each)}`,
      );
    }
    const place = new NodePlace(node.span);
    addOverride(
      { type: named.type, title: named.title, parameters, place, source: sourceOf(scope) },
      scope.compilation,
    );
  }
  return value;
}
