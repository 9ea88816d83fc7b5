import type { Catalog, CatalogResource, Reference } from "../catalog/catalog.ts";
import { isContainer } from "../catalog/containment.ts";
import { Failure } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";
import { buildGraph } from "./build-graph.ts";
import { shortestCycle } from "./explain.ts";
import { orderOf } from "./order.ts";
import type { Edge, Reason, RelationshipGraph } from "./relationship-graph.ts";

/** Fails when resources of a catalog wait for each other in a circle; automatic relationships are not known yet. */
export function refuseCycles(catalog: Catalog): void {
  if (catalog.relationships.length === 0) return;
  const resources = catalog.resources.filter((resource) => !isContainer(resource));
  const graph = buildGraph<CatalogResource>(catalog, {
    byReference: new Map(resources.map((resource) => [resource.reference, resource])),
    find: () => undefined,
    relations: () => undefined,
  });
  traversalOrder(graph);
}

/**
 * The vertices in the order they are applied: of those that are free to go the one with the lowest rank goes first, as
 * Puppet's `manifest` ordering does. Fails with a shortest cycle, and the reason of every step, when there is one.
 */
export function traversalOrder<R>(graph: RelationshipGraph<R>): number[] {
  const out = graph.out.map((edges) => edges.map(({ to }) => to));
  const order = orderOf(out, (vertex) => graph.vertices[vertex]!.rank);
  if (order === undefined) throw cycleFailure(graph, shortestCycle(graph)!);
  return order;
}

function cycleFailure<R>(graph: RelationshipGraph<R>, cycle: readonly Edge[]): Failure {
  const nameOf = ({ from }: Edge): Reference => graph.vertices[from]!.name;
  const steps = rotated(cycle, nameOf);
  const names = steps.map(nameOf);
  // A container is two vertices and shows once.
  const once = names.filter((name, at) => name !== names[at - 1]);
  const reasons = steps.map(({ reason }) => reason).filter((reason) => reason !== undefined);
  return new Failure({
    code: "DEPENDENCY_CYCLE",
    severity: "error",
    message: `Found 1 dependency cycle:\n(${[...once, once[0]].join(" => ")})\nOne or more resource dependency cycles detected in graph`,
    hint: "Each of the following steps says what comes first; one of them has to go.",
    related: reasons.map((reason) => ({ message: explain(reason), place: placeOf(reason) })),
  });
}

/** A cycle from its first name in the alphabet on, as Puppet shows it; of a container its first vertex. */
function rotated(cycle: readonly Edge[], nameOf: (edge: Edge) => Reference): readonly Edge[] {
  const first = cycle.map(nameOf).sort()[0]!;
  const start = cycle.findIndex(
    (edge, at) => nameOf(edge) === first && (cycle.length === 1 || nameOf(cycle.at(at - 1)!) !== first),
  );
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

function explain(reason: Reason): string {
  if ("container" in reason) return `${reason.content} is in ${reason.container}`;
  return `${reason.from} comes before ${reason.to}: ${reason.origin}`;
}

function placeOf(reason: Reason): Place {
  return "place" in reason ? (reason.place ?? {}) : {};
}
