import type { Catalog, CatalogResource, Reference } from "../catalog/catalog.ts";
import { Failure } from "../diagnostics/failure.ts";
import { findType } from "../resources/types.ts";
import { buildGraph } from "./build-graph.ts";
import { Containment, isContainer } from "./containment.ts";
import { instantiate } from "./instantiate.ts";
import type { Managed } from "./managed.ts";
import type { ApplyOptions } from "./options.ts";
import { Registry } from "./registry.ts";
import type { RelationshipGraph } from "./relationship-graph.ts";
import { Schedules } from "./schedules.ts";
import { traversalOf } from "./traversal.ts";

/** A catalog ready to be applied. */
export interface Prepared {
  readonly containment: Containment;
  readonly managed: ReadonlyMap<Reference, Managed>;
  readonly registry: Registry;
  readonly schedules: Schedules;
  readonly graph: RelationshipGraph;
  readonly order: readonly number[];
}

/** Types that are about the run itself and have nothing to apply. */
const NOT_APPLIED: ReadonlySet<string> = new Set(["Schedule", "Filebucket", "Whit"]);

/** Check every resource and put them in order; fails, before anything is touched, when the catalog cannot be applied. */
export function prepare(catalog: Catalog, options: ApplyOptions): Prepared {
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
    const one = instantiate(resource, type, { containment: containment.pathOf(ref) }, options);
    schedules.check(one);
    registry.add(one);
    managed.set(ref, one);
  }
  if (unknown.length > 0) throw unknownTypes(unknown);
  const graph = buildGraph(catalog, managed, registry);
  const traversal = traversalOf(graph);
  if ("cycle" in traversal) throw cycleFailure(graph, traversal.cycle);
  return { containment, managed, registry, schedules, graph, order: traversal.order };
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

/** A container shows once in a cycle although it is two vertices. */
function cycleFailure(graph: RelationshipGraph, cycle: readonly number[]): Failure {
  const names = cycle.map((vertex) => graph.vertices[vertex]!.name);
  const once = names.filter((name, i) => name !== names[(i + 1) % names.length] || names.length === 1);
  const path = [...once, once[0]].join(" => ");
  const message = `Found 1 dependency cycle:\n(${path})\nOne or more resource dependency cycles detected in graph`;
  return new Failure({ code: "DEPENDENCY_CYCLE", severity: "error", message });
}
