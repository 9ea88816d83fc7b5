import { flatValues } from "../../catalog/flat-values.ts";
import { capitalizeSegments, withoutLeadingColons } from "../../catalog/names.ts";
import { namedResource } from "../../catalog/references.ts";
import { Failure } from "../../diagnostics/failure.ts";
import type { Expression, ResourceDefaultsExpression, ResourceOverrideExpression } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import { evaluate, type Handlers } from "../evaluate.ts";
import { failAt } from "../explain.ts";
import { NodePlace } from "../node-place.ts";
import type { Scope } from "../scope.ts";
import { valueLabel } from "../value-label.ts";
import { evaluateAttributes, sourceOf } from "./attributes.ts";
import { collect } from "./collect.ts";
import { addOverride } from "./override.ts";
import { relate } from "./relationship.ts";
import { declareResources } from "./resource-expression.ts";
import { defaultsTypeName } from "./resource-type-name.ts";
import { ownDefaults } from "./scope-defaults.ts";

/** The kinds of nodes that declare something or hold the definition of something declarable. */
export type DeclarationKind =
  | "HostClassDefinition"
  | "ResourceTypeDefinition"
  | "NodeDefinition"
  | "FunctionDefinition"
  | "PlanDefinition"
  | "TypeAlias"
  | "TypeDefinition"
  | "TypeMapping"
  | "ResourceExpression"
  | "ResourceDefaultsExpression"
  | "ResourceOverrideExpression"
  | "CollectExpression"
  | "RelationshipExpression"
  | "ApplyExpression";

/** Definitions were taken in when their text was loaded: where they stand, they are nothing. */
const alreadyKnown = (): null => null;

/** What declarations mean; part of the table that `evaluate` walks. */
export const declarationHandlers: Handlers<DeclarationKind & Expression["kind"]> = {
  HostClassDefinition: alreadyKnown,
  ResourceTypeDefinition: alreadyKnown,
  NodeDefinition: alreadyKnown,
  FunctionDefinition: alreadyKnown,
  PlanDefinition: alreadyKnown,
  TypeAlias: alreadyKnown,
  TypeDefinition: alreadyKnown,
  TypeMapping: alreadyKnown,
  ResourceExpression: declareResources,
  ResourceDefaultsExpression: declareDefaults,
  ResourceOverrideExpression: overrideResources,
  CollectExpression: collect,
  RelationshipExpression: relate,
  ApplyExpression: (node) =>
    failAt(
      node,
      "EXPRESSION_NOT_SUPPORTED_WHEN_COMPILING",
      "The apply expression is only available in plans",
    ),
};

/** `File { mode => '0644' }`: values for resources of a type declared from here on; gives the type. */
export function declareDefaults(node: ResourceDefaultsExpression, scope: Scope): Value {
  const value = evaluate(node.typeRef, scope);
  const type = capitalizeSegments(withoutLeadingColons(defaultsTypeName(node.typeRef, value)));
  const given = [...evaluateAttributes(node.operations, scope)];
  const defaults = ownDefaults(type, scope);
  for (const [name, parameter] of given) {
    const first = defaults.get(name);
    if (first) {
      const { file, line } = parameter.place;
      throw new Failure({
        code: "DUPLICATE_DEFAULT",
        severity: "error",
        message: `Default already defined for ${type} { ${name} }; cannot redefine`,
        place: { file, line },
        related: [{ message: "the default is first defined here", place: first.place }],
      });
    }
    defaults.set(name, parameter);
  }
  return value;
}

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
