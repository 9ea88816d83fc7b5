import type { Reference } from "../catalog/catalog.ts";
import type { Place } from "../diagnostics/issue.ts";
import type { Ends } from "./build-graph.ts";
import type { RelationshipGraph } from "./relationship-graph.ts";

/** What a resource needs of others when the catalog has them: titles or keys by type, e.g. `{ File: ["/etc"] }`. */
export interface Relations {
  readonly require?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly before?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly subscribe?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly notify?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** A resource as the graph knows it. */
export interface GraphResource {
  readonly reference: Reference;
  readonly tags: ReadonlySet<string>;
  readonly place: Place;
}

/** The resources of a graph, and what their types ask for. */
export interface GraphResources<R extends GraphResource> {
  readonly byReference: ReadonlyMap<Reference, R>;
  /** A resource by its type, in any case, and its title, key or alias. */
  find(type: string, name: string): R | undefined;
  /** The automatic relationships of a resource; undefined when its type has none. */
  relations(resource: R): Relations | undefined;
}

/** Where a relation leads: from the other resource to this one, or the other way round; with or without refreshes. */
const KINDS = [
  { name: "require", toOther: false, notify: false },
  { name: "subscribe", toOther: false, notify: true },
  { name: "before", toOther: true, notify: false },
  { name: "notify", toOther: true, notify: true },
] as const;

/** Edges that types ask for; an explicit relationship in either direction takes precedence (Puppet's autorequire). */
export function addAutomaticRelationships<R extends GraphResource>(
  graph: RelationshipGraph<R>,
  resources: GraphResources<R>,
  ends: ReadonlyMap<Reference, Ends>,
): void {
  for (const resource of resources.byReference.values()) {
    const relations = resources.relations(resource);
    if (relations === undefined) continue;
    for (const { name, toOther, notify } of KINDS) {
      const named = relations[name];
      if (named === undefined) continue;
      for (const other of namedBy(named, resources)) {
        const [from, to] = toOther ? [resource, other] : [other, resource];
        connect(graph, ends, { from, to, notify, asked: resource, kind: name });
      }
    }
  }
}

interface AutomaticEdge<R> {
  readonly from: R;
  readonly to: R;
  readonly notify: boolean;
  /** The resource whose type asks for the edge. */
  readonly asked: R;
  readonly kind: string;
}

function connect<R extends GraphResource>(
  graph: RelationshipGraph<R>,
  ends: ReadonlyMap<Reference, Ends>,
  { from, to, notify, asked, kind }: AutomaticEdge<R>,
): void {
  if (from === to) return;
  const [source, target] = [ends.get(from.reference)!.end, ends.get(to.reference)!.begin];
  if (graph.edge(source, target)?.automatic === false || graph.edge(target, source) !== undefined) return;
  const origin = `auto${kind} of ${asked.reference}`;
  const reason = { from: from.reference, to: to.reference, notify, origin, place: asked.place };
  graph.connect(source, target, notify, reason, true);
}

function* namedBy<R extends GraphResource>(
  names: Readonly<Record<string, readonly string[]>>,
  resources: GraphResources<R>,
): Iterable<R> {
  for (const type of Object.keys(names)) {
    for (const title of names[type]!) {
      const found = resources.find(type, title);
      if (found !== undefined) yield found;
    }
  }
}
