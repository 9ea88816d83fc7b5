import { orderOf } from "../graph/order.ts";
import { shortestCycle } from "../graph/shortest-cycle.ts";
import type { RelationshipGraph } from "./relationship-graph.ts";

/** The vertices in the order they are applied, or the cycle that forbids every order. */
export type Traversal = { readonly order: readonly number[] } | { readonly cycle: readonly number[] };

/** Of the vertices free to go the one with the lowest rank goes first, as Puppet's `manifest` ordering does. */
export function traversalOf(graph: RelationshipGraph): Traversal {
  const out = graph.out.map((edges) => edges.map(({ to }) => to));
  const order = orderOf(out, (vertex) => graph.vertices[vertex]!.rank);
  return order === undefined ? { cycle: shortestCycle(out)! } : { order };
}
