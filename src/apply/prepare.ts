import type { Catalog, CatalogResource, Reference } from "../catalog/catalog.ts";
import { Containment, isContainer } from "../catalog/containment.ts";
import { Failure } from "../diagnostics/failure.ts";
import { buildGraph } from "../graph/build-graph.ts";
import { traversalOrder } from "../graph/cycle-report.ts";
import type { RelationshipGraph, Vertex } from "../graph/relationship-graph.ts";
import { findType } from "../resources/types.ts";
import { instantiate } from "./instantiate.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";
import { Registry } from "./registry.ts";
import { Schedules } from "./schedules.ts";

/** The graph of a run: its vertices are the resources that providers manage. */
export type RunGraph = RelationshipGraph<Managed>;
export type RunVertex = Vertex<Managed>;

/** A catalog ready to be applied. */
export interface Prepared {
  readonly containment: Containment;
  readonly managed: ReadonlyMap<Reference, Managed>;
  readonly registry: Registry;
  readonly schedules: Schedules;
  readonly graph: RunGraph;
  readonly order: readonly number[];
}

/** Types that are about the run itself and have nothing to apply. */
const NOT_APPLIED: ReadonlySet<string> = new Set(["Schedule", "Filebucket", "Whit"]);

/** Check every resource (unless it is ready) and put them in order; fails, before anything is touched, when the catalog cannot be applied. */
export function prepare(
  catalog: Catalog,
  options: ApplyOptions,
  ready: ReadonlyMap<Reference, Managed> = new Map(),
): Prepared {
  const containment = new Containment(catalog);
  const registry = new Registry();
  const managed = new Map<Reference, Managed>();
  const unknown: CatalogResource[] = [];
  const schedules = new Schedules(catalog, options);
  for (const resource of catalog.resources) {
    if (isContainer(resource) || resource.virtual || NOT_APPLIED.has(resource.type)) continue;
    const ref = resource.reference;
    const type = (options.typeOf ?? findType)(resource.type);
    if (type === undefined) {
      unknown.push(resource);
      continue;
    }
    const one =
      ready.get(ref) ?? instantiate(resource, type, { containment: containment.pathOf(ref) }, options);
    schedules.check(one);
    registry.add(one);
    managed.set(ref, one);
  }
  if (unknown.length > 0) throw unknownTypes(unknown);
  const graph = graphOf(catalog, managed, registry);
  return { containment, managed, registry, schedules, graph, order: traversalOrder(graph) };
}

/** All of them at once: whoever tries a catalog wants to know how much of it cannot be managed. */
function unknownTypes(resources: readonly CatalogResource[]): Failure {
  const types = [...new Set(resources.map(({ type }) => type.toLowerCase()))];
  const [first, ...others] = resources;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const list = types.map((type) => `'${type}'`).join(", ");
  return new Failure({
    code: "UNKNOWN_RESOURCE_TYPE",
    severity: "error",
    message: `Could not find a suitable provider for ${types.join(", ")}`,
    hint: `${first!.reference}${more} cannot be managed: this program has no resource type ${list}.`,
    place: first!.place,
  });
}

/** The graph of what is managed, with the relationships that resource types ask for. */
function graphOf(catalog: Catalog, managed: ReadonlyMap<Reference, Managed>, registry: Registry): RunGraph {
  const isThere = (type: string, title: string): boolean => registry.find(type, title) !== undefined;
  const keysOf = (type: string): Iterable<string> => registry.keysOf(type);
  return buildGraph<Managed>(catalog, {
    byReference: managed,
    find: (type, name) => registry.find(type, name),
    relations: ({ type, wanted }) => type.relations?.(wanted, isThere, keysOf),
  });
}
