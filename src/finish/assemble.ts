import type { Catalog, CatalogResource, ContainmentEdge } from "../catalog/catalog.ts";
import type { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import type { CatalogHeading, DeclaredResource } from "../catalog/declared-resource.ts";
import { addTags } from "../catalog/tags.ts";
import type { Value } from "../values/value.ts";
import { relationshipEdges } from "./relationship-edges.ts";

/** The catalog of what was declared, without virtual resources that nobody realized or exported. */
export function assemble(builder: DeclaredCatalog, heading: CatalogHeading): Catalog {
  const present = [...builder.resources()].filter(isPresent);
  return {
    ...heading,
    classes: builder.classes,
    tags: catalogTags(builder),
    resources: present.map((resource) => finished(builder, resource)),
    containment: containmentEdges(builder, present),
    relationships: relationshipEdges(builder, present),
  };
}

/** Whether a resource stays in the catalog. */
function isPresent({ virtual, exported }: DeclaredResource): boolean {
  return !virtual || exported;
}

function finished(builder: DeclaredCatalog, resource: DeclaredResource): CatalogResource {
  const { reference, type, title, tags, place, virtual, exported, kind, statement } = resource;
  return {
    reference,
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

/**
 * What is set, under the names that the type gives it and in lower case, as Puppet's catalogs have them; what the
 * title says only where it differs from the title. Of a class, whose name is no part of its title, nothing is left out.
 */
function parametersOf(builder: DeclaredCatalog, resource: DeclaredResource): ReadonlyMap<string, Value> {
  const nameAttribute = nameAttributeOf(builder, resource);
  const known = resource.kind === "resource" ? builder.types.find(resource.type) : undefined;
  const isTitled = known === undefined || known.isNamedByTitle(resource.parameters);
  const parameters = new Map<string, Value>(isTitled ? undefined : known.parseTitle(resource.title));
  for (const [name, { value }] of resource.parameters) {
    if (value === null) continue;
    parameters.set(
      name === "name" && nameAttribute !== undefined ? nameAttribute : name.toLowerCase(),
      value,
    );
  }
  if (nameAttribute !== undefined && parameters.get(nameAttribute) === resource.title)
    parameters.delete(nameAttribute);
  return parameters;
}

/** The parameter that the title stands for; none for a class and for a type that is not known. */
function nameAttributeOf(builder: DeclaredCatalog, { kind, type }: DeclaredResource): string | undefined {
  if (kind === "define") return "name";
  return kind === "resource" ? builder.types.find(type)?.nameAttribute : undefined;
}

/** In order of what is contained, as Puppet lists its edges. */
function containmentEdges(builder: DeclaredCatalog, present: readonly DeclaredResource[]): ContainmentEdge[] {
  const into = new Map<DeclaredResource, ContainmentEdge[]>(present.map((resource) => [resource, []]));
  for (const [container, contents] of builder.containment) {
    if (!into.has(container)) continue;
    for (const content of contents)
      into.get(content)?.push({ container: container.reference, content: content.reference });
  }
  return [...into.values()].flat();
}

/** The names of classes come first, then what else the classes are tagged with. */
function catalogTags(builder: DeclaredCatalog): string[] {
  const tags = new Set<string>();
  addTags(tags, builder.classes);
  for (const tag of builder.tags) tags.add(tag);
  return [...tags];
}
