import type { RelationshipEdge } from "../catalog/catalog.ts";
import type { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import type { DeclaredParameter, DeclaredResource } from "../catalog/declared-resource.ts";
import { flatValues } from "../catalog/flat-values.ts";
import { RELATIONSHIP_METAPARAMETERS } from "../catalog/metaparameters.ts";
import { endNamedBy, findEnd, referencesOf } from "./relationships.ts";

/** The relationships of a catalog, from arrows and from parameters; those said twice are there once. */
export function relationshipEdges(
  builder: DeclaredCatalog,
  resources: readonly DeclaredResource[],
): RelationshipEdge[] {
  const edges = new Map<string, RelationshipEdge>();
  for (const edge of [
    ...arrows(builder),
    ...resources.flatMap((resource) => [...parameters(builder, resource)]),
  ]) {
    const key = `${edge.from}\u0000${edge.to}\u0000${edge.notify}`;
    if (!edges.has(key)) edges.set(key, edge);
  }
  return [...edges.values()];
}

function* arrows(builder: DeclaredCatalog): Iterable<RelationshipEdge> {
  for (const { from, to, notify, origin, place } of builder.relationships) {
    for (const left of referencesOf(from, true)) {
      for (const right of referencesOf(to, false)) {
        const [source, target] = [findEnd(builder, left), findEnd(builder, right)];
        if (!source || !target || source.virtual) continue;
        yield { from: source.reference, to: target.reference, notify, origin, place };
      }
    }
  }
}

function* parameters(builder: DeclaredCatalog, resource: DeclaredResource): Iterable<RelationshipEdge> {
  for (const [name, parameter] of resource.parameters) {
    if (RELATIONSHIP_METAPARAMETERS.has(name)) yield* edgesOf(builder, resource, name, parameter);
  }
}

function* edgesOf(
  builder: DeclaredCatalog,
  resource: DeclaredResource,
  name: string,
  { value, place }: DeclaredParameter,
): Iterable<RelationshipEdge> {
  const own = resource.reference;
  const notify = name === "notify" || name === "subscribe";
  const origin = `parameter '${name}' of ${own}`;
  for (const each of flatValues(value)) {
    const other = endNamedBy(builder, each);
    if (!other) continue;
    const [from, to] =
      name === "before" || name === "notify" ? [own, other.reference] : [other.reference, own];
    yield { from, to, notify, origin, place };
  }
}
