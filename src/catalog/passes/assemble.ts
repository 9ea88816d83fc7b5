import type { Value } from "../../values/value.ts";
import type { CatalogBuilder, CatalogHeading, DeclaredResource } from "../builder.ts";
import { type Catalog, type CatalogResource, type ContainmentEdge, reference } from "../catalog.ts";
import { relationshipEdges } from "./relationship-edges.ts";

/** The catalog of what was declared, without virtual resources that nobody realized or exported. */
export function assemble(builder: CatalogBuilder, heading: CatalogHeading): Catalog {
  const present = [...builder.resources()].filter(isPresent);
  return {
    ...heading,
    classes: builder.classes,
    tags: [...builder.tags],
    resources: present.map((resource) => finished(builder, resource)),
    containment: present.flatMap((resource) => contents(builder, resource)),
    relationships: relationshipEdges(builder, present),
  };
}

/** Whether a resource stays in the catalog. */
function isPresent({ virtual, exported }: DeclaredResource): boolean {
  return !virtual || exported;
}

function finished(builder: CatalogBuilder, resource: DeclaredResource): CatalogResource {
  const { type, title, tags, place, virtual, exported, kind, statement } = resource;
  return {
    type,
    title,
    parameters: parametersOf(builder, resource),
    tags,
    place,
    virtual,
    exported,
    kind,
    statement,
  };
}

/** What is set, under the names that the type gives it; what the title says only where it differs from the title. */
function parametersOf(builder: CatalogBuilder, resource: DeclaredResource): ReadonlyMap<string, Value> {
  const known = resource.kind === "resource" ? builder.types.find(resource.type) : undefined;
  const parameters = new Map<string, Value>(known?.parseTitle(resource.title));
  for (const [name, { value }] of resource.parameters) {
    if (value === null) continue;
    parameters.set(known && name === "name" ? known.nameAttribute : name, value);
  }
  if (known && parameters.get(known.nameAttribute) === resource.title) parameters.delete(known.nameAttribute);
  return parameters;
}

function contents(builder: CatalogBuilder, resource: DeclaredResource): ContainmentEdge[] {
  const container = reference(resource.type, resource.title);
  return [...(builder.containment.get(resource) ?? [])]
    .filter(isPresent)
    .map(({ type, title }) => ({ container, content: reference(type, title) }));
}
