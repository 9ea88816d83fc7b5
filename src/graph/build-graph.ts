import type { Catalog, CatalogResource, Reference } from "../catalog/catalog.ts";
import { isContainer, shownReference } from "../catalog/containment.ts";
import { splitReference } from "../catalog/names.ts";
import {
  addAutomaticRelationships,
  type GraphResource,
  type GraphResources,
} from "./automatic-relationships.ts";
import { RelationshipGraph } from "./relationship-graph.ts";

/** Where edges into and out of a reference attach: the same vertex for a resource, two for a container. */
export interface Ends {
  readonly begin: number;
  readonly end: number;
}

/**
 * The graph of a catalog: explicit relationships, automatic ones, and containers as pairs of anchors. What is neither a
 * container nor among `resources` has no vertex.
 */
export function buildGraph<R extends GraphResource>(
  catalog: Catalog,
  resources: GraphResources<R>,
): RelationshipGraph<R> {
  const graph = new RelationshipGraph<R>();
  const ends = addVertices(graph, catalog, resources);
  for (const edge of catalog.relationships) {
    const [source, target] = [endsOf(edge.from, ends, resources), endsOf(edge.to, ends, resources)];
    if (source === undefined || target === undefined) continue;
    graph.connect(source.end, target.begin, edge.notify, edge);
  }
  addAutomaticRelationships(graph, resources, ends);
  for (const edge of catalog.containment) {
    const [outer, inner] = [ends.get(edge.container), ends.get(edge.content)];
    if (outer === undefined || inner === undefined) continue;
    graph.connect(outer.begin, inner.begin, true, edge);
    graph.connect(inner.end, outer.end, true, edge);
  }
  return graph;
}

/** The vertices of a reference by title, key or alias. */
function endsOf<R extends GraphResource>(
  ref: Reference,
  ends: ReadonlyMap<Reference, Ends>,
  resources: GraphResources<R>,
): Ends | undefined {
  const direct = ends.get(ref);
  if (direct !== undefined) return direct;
  const named = splitReference(ref);
  return named && ends.get(resources.find(named.type, named.title)?.reference ?? "");
}

function addVertices<R extends GraphResource>(
  graph: RelationshipGraph<R>,
  catalog: Catalog,
  { byReference }: GraphResources<R>,
): Map<Reference, Ends> {
  const ends = new Map<Reference, Ends>();
  let rank = 0;
  for (const resource of catalog.resources) {
    const name = resource.reference;
    const one = byReference.get(name);
    if (one !== undefined) {
      const at = graph.add({ resource: one, name, anchor: undefined, tags: one.tags, rank: rank++ });
      ends.set(name, { begin: at, end: at });
    } else if (isContainer(resource)) {
      ends.set(name, addAnchors(graph, resource, rank));
      rank += 2;
    }
  }
  return ends;
}

function addAnchors<R>(graph: RelationshipGraph<R>, container: CatalogResource, rank: number): Ends {
  const anchor = { resource: undefined, name: shownReference(container), tags: container.tags };
  const begin = graph.add({ ...anchor, anchor: "begin", rank });
  const end = graph.add({ ...anchor, anchor: "end", rank: rank + 1 });
  graph.connect(begin, end, false);
  return { begin, end };
}
