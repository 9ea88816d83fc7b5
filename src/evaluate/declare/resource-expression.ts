import type { DeclaredParameter } from "../../catalog/declared-resource.ts";
import type { Expression, ResourceBody, ResourceExpression } from "../../syntax/ast.ts";
import { DEFAULT } from "../../values/default.ts";
import type { Value } from "../../values/value.ts";
import { failAt } from "../explain.ts";
import { NodePlace } from "../node-place.ts";
import type { Scope } from "../scope.ts";
import { evaluateAttributes } from "./attributes.ts";
import { createResources } from "./create-resources.ts";
import { warnWithoutStore } from "./exported.ts";
import { resourceTypeName } from "./resource-type-name.ts";
import { bodyTitles } from "./titles.ts";

type Parameters = Map<string, DeclaredParameter>;

interface EvaluatedBody {
  readonly titles: readonly string[];
  readonly parameters: Parameters;
}

/** `type { title: name => value }`: all titles and attributes first, then the resources; gives references to them. */
export function declareResources(node: ResourceExpression, scope: Scope): Value {
  const type = resourceTypeName(node.typeName, scope);
  if (node.form === "exported") warnWithoutStore(node, scope, "the export is ignored");
  const { bodies, defaults } = evaluateBodies(node, scope);
  const place = new NodePlace(node.span);
  const form = { virtual: node.form !== "regular", exported: node.form === "exported" };
  return bodies.flatMap(({ titles, parameters }) =>
    createResources({ type, titles, parameters: layered(defaults, parameters), place, scope, ...form }),
  );
}

function evaluateBodies(node: ResourceExpression, scope: Scope) {
  const seen = new Set<Value>();
  const bodies: EvaluatedBody[] = [];
  let defaults: Parameters = new Map();
  for (const body of node.bodies) {
    const titles = bodyTitles(body.title, scope);
    for (const title of titles) {
      if (seen.has(title)) failOnTitle(node, title);
      seen.add(title);
    }
    const parameters = bodyParameters(node, body, scope);
    if (titles.includes(DEFAULT)) defaults = parameters;
    bodies.push({ titles: titles.filter((title) => typeof title === "string"), parameters });
  }
  return { bodies, defaults };
}

function bodyParameters(node: ResourceExpression, body: ResourceBody, scope: Scope): Parameters {
  const parameters: Parameters = new Map();
  for (const [name, parameter] of evaluateAttributes(body.operations, scope)) {
    if (parameters.has(name)) {
      failAt(node, "DUPLICATE_ATTRIBUTE", `The attribute '${name}' has already been set`);
    }
    parameters.set(name, parameter);
  }
  return parameters;
}

function layered(defaults: Parameters, parameters: Parameters): Parameters {
  return defaults.size === 0 ? parameters : new Map([...defaults, ...parameters]);
}

function failOnTitle(node: Expression, title: Value): never {
  return failAt(
    node,
    "DUPLICATE_TITLE",
    `The title '${title}' has already been used in this resource expression`,
  );
}
