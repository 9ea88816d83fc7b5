import type { Parameters } from "../../catalog/declared-resource.ts";
import { capitalizeSegments, withoutLeadingColons } from "../../catalog/names.ts";
import { referenceValue } from "../../catalog/references.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { Place } from "../../diagnostics/issue.ts";
import { didYouMean } from "../../diagnostics/near.ts";
import type { ResourceTypeDefinition } from "../../syntax/ast.ts";
import type { Value } from "../../values/value.ts";
import type { Scope } from "../scope.ts";
import { includeNamed, registerClass } from "./classes.ts";
import { addResource, newResource } from "./new-resource.ts";

/** What a resource expression, or the function `create_resources`, asks for. */
export interface ResourceRequest {
  /** As written: `file`, `class`, `a::b`, `::a::b`. */
  readonly type: string;
  readonly titles: readonly string[];
  readonly parameters: Parameters;
  readonly virtual: boolean;
  readonly exported: boolean;
  readonly place: Place;
  readonly scope: Scope;
}

/** Declare a resource for each title; classes are evaluated at once. Gives references to what was declared. */
export function createResources(request: ResourceRequest): Value[] {
  const type = withoutLeadingColons(request.type.toLowerCase());
  if (type === "class") return request.titles.map((title) => declareClass(request, title));
  const definition = findDefinition(type, request);
  const name = capitalizeSegments(type);
  return request.titles.map((title) => {
    const resource = newResource({ ...request, statement: true }, definition, name, title);
    addResource(resource, request.scope);
    return referenceValue(name, title);
  });
}

function declareClass(request: ResourceRequest, title: string): Value {
  const { scope } = request;
  const { definitions } = scope.compilation;
  const definition = definitions.hostClass(withoutLeadingColons(title.toLowerCase()));
  if (!definition) {
    return fail(
      "UNKNOWN_CLASS",
      `Could not find declared class ${title}`,
      didYouMean(title, definitions.names("class")),
    );
  }
  const resource = newResource({ ...request, statement: true }, definition, "Class", definition.name);
  registerClass(resource, definition, scope);
  includeNamed([definition.name], scope);
  return referenceValue("Class", definition.name);
}

/** The defined type of a name, undefined when a provider manages resources of this type; fails when there is neither. */
function findDefinition(
  type: string,
  { scope, ...request }: ResourceRequest,
): ResourceTypeDefinition | undefined {
  const { catalog, definitions } = scope.compilation;
  if (catalog.types.find(type)) return undefined;
  const definition = definitions.resourceType(type);
  if (definition) return definition;
  const known = [...catalog.types.names(), ...definitions.names("define")];
  return fail(
    "UNKNOWN_RESOURCE_TYPE_NAME",
    `Unknown resource type: '${request.type}'`,
    didYouMean(type, known),
  );
}
