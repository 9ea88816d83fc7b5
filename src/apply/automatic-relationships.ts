import type { Reference } from "../catalog/catalog.ts";
import type { Relations } from "../resources/define.ts";
import type { Ends } from "./build-graph.ts";
import type { Managed } from "./managed.ts";
import type { Registry } from "./registry.ts";
import type { RelationshipGraph } from "./relationship-graph.ts";

/** Edges that types ask for of their own accord; an explicit relationship in either direction goes before them. */
export function addAutomaticRelationships(
  graph: RelationshipGraph,
  managed: ReadonlyMap<Reference, Managed>,
  registry: Registry,
  ends: ReadonlyMap<Reference, Ends>,
): void {
  const lookup = (type: string, title: string): boolean => registry.find(type, title) !== undefined;
  const connect = (from: Managed, to: Managed, notify: boolean): void => {
    if (from === to) return;
    const [source, target] = [ends.get(from.reference)!.end, ends.get(to.reference)!.begin];
    if (graph.edge(source, target)?.automatic === false || graph.edge(target, source) !== undefined) return;
    graph.connect(source, target, notify, true);
  };
  for (const resource of managed.values()) {
    const relations = resource.type.relations?.(resource.wanted, lookup);
    if (relations !== undefined) connectAll(resource, relations, registry, connect);
  }
}

function connectAll(
  resource: Managed,
  { require, subscribe, before, notify }: Relations,
  registry: Registry,
  connect: (from: Managed, to: Managed, notify: boolean) => void,
): void {
  if (require) eachNamed(require, registry, (other) => connect(other, resource, false));
  if (subscribe) eachNamed(subscribe, registry, (other) => connect(other, resource, true));
  if (before) eachNamed(before, registry, (other) => connect(resource, other, false));
  if (notify) eachNamed(notify, registry, (other) => connect(resource, other, true));
}

function eachNamed(
  names: Readonly<Record<string, readonly string[]>>,
  registry: Registry,
  visit: (found: Managed) => void,
): void {
  for (const type of Object.keys(names)) {
    for (const title of names[type]!) {
      const found = registry.find(type, title);
      if (found !== undefined) visit(found);
    }
  }
}
