import type { Catalog, CatalogResource, Reference } from "../catalog/catalog.ts";
import { addAutomaticRelationships } from "./automatic-relationships.ts";
import { isContainer, shownReference } from "./containment.ts";
import type { Managed } from "./managed.ts";
import type { Registry } from "./registry.ts";
import { RelationshipGraph } from "./relationship-graph.ts";

/** Where edges into and out of a reference attach: the same vertex for a resource, two for a container. */
export interface Ends {
  readonly begin: number;
  readonly end: number;
}

/** The graph a run follows: explicit relationships, automatic ones, and containers as pairs of anchors. */
export function buildGraph(
  catalog: Catalog,
  managed: ReadonlyMap<Reference, Managed>,
  registry: Registry,
): RelationshipGraph {
  const graph = new RelationshipGraph();
  const ends = addVertices(graph, catalog, managed);
  for (const { from, to, notify } of catalog.relationships) {
    const [source, target] = [endsOf(from, ends, registry), endsOf(to, ends, registry)];
    if (source === undefined || target === undefined) continue;
    graph.connect(source.end, target.begin, notify);
  }
  addAutomaticRelationships(graph, managed, registry, ends);
  for (const { container, content } of catalog.containment) {
    const [outer, inner] = [ends.get(container), ends.get(content)];
    if (outer === undefined || inner === undefined) continue;
    graph.connect(outer.begin, inner.begin, true);
    graph.connect(inner.end, outer.end, true);
  }
  return graph;
}

/** The vertices of a reference by title, key or alias. */
function endsOf(ref: Reference, ends: ReadonlyMap<Reference, Ends>, registry: Registry): Ends | undefined {
  const direct = ends.get(ref);
  if (direct !== undefined) return direct;
  const [, type = "", name = ""] = /^([^[]+)\[([\s\S]*)\]$/.exec(ref) ?? [];
  return ends.get(registry.find(type, name)?.reference ?? "");
}

function addVertices(
  graph: RelationshipGraph,
  catalog: Catalog,
  managed: ReadonlyMap<Reference, Managed>,
): Map<Reference, Ends> {
  const ends = new Map<Reference, Ends>();
  let rank = 0;
  for (const resource of catalog.resources) {
    const ref = resource.reference;
    const one = managed.get(ref);
    if (one !== undefined) {
      const at = graph.add({ resource: one, name: ref, anchor: undefined, tags: one.tags, rank: rank++ });
      ends.set(ref, { begin: at, end: at });
    } else if (isContainer(resource)) {
      ends.set(ref, addAnchors(graph, resource, rank));
      rank += 2;
    }
  }
  return ends;
}

function addAnchors(graph: RelationshipGraph, resource: CatalogResource, rank: number): Ends {
  const anchor = { resource: undefined, name: shownReference(resource), tags: resource.tags };
  const begin = graph.add({ ...anchor, anchor: "begin", rank });
  const end = graph.add({ ...anchor, anchor: "end", rank: rank + 1 });
  graph.connect(begin, end, false);
  return { begin, end };
}
