import type { Reference } from "../catalog/catalog.ts";
import type { Relations } from "../resources/define.ts";
import type { Ends } from "./build-graph.ts";
import type { Managed } from "./managed.ts";
import type { Registry } from "./registry.ts";
import type { RelationshipGraph } from "./relationship-graph.ts";

const NONE: Readonly<Record<string, readonly string[]>> = {};

/** Edges that types ask for of their own accord; an explicit relationship in either direction goes before them. */
export function addAutomaticRelationships(
  graph: RelationshipGraph,
  managed: ReadonlyMap<Reference, Managed>,
  registry: Registry,
  ends: ReadonlyMap<Reference, Ends>,
  explicit: ReadonlySet<string>,
): void {
  const lookup = (type: string, title: string): boolean => registry.find(type, title) !== undefined;
  const connect = (from: Managed, to: Managed, notify: boolean): void => {
    if (from === to || explicit.has(`${from.reference}\u0000${to.reference}`)) return;
    const [source, target] = [ends.get(from.reference)!.end, ends.get(to.reference)!.begin];
    if (!graph.has(target, source)) graph.connect(source, target, notify);
  };
  for (const resource of managed.values()) {
    const relations = resource.type.relations?.(resource.wanted, lookup);
    if (relations !== undefined) connectAll(resource, relations, registry, connect);
  }
}

function connectAll(
  resource: Managed,
  { require = NONE, subscribe = NONE, before = NONE, notify = NONE }: Relations,
  registry: Registry,
  connect: (from: Managed, to: Managed, notify: boolean) => void,
): void {
  for (const other of named(require, registry)) connect(other, resource, false);
  for (const other of named(subscribe, registry)) connect(other, resource, true);
  for (const other of named(before, registry)) connect(resource, other, false);
  for (const other of named(notify, registry)) connect(resource, other, true);
}

function* named(names: Readonly<Record<string, readonly string[]>>, registry: Registry): Iterable<Managed> {
  for (const [type, titles] of Object.entries(names)) {
    for (const title of titles) {
      const found = registry.find(type, title);
      if (found !== undefined) yield found;
    }
  }
}
