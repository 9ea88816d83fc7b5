import type { RelationshipGraph } from "./relationship-graph.ts";

/** The vertices in the order they are applied, or the cycle that forbids every order. */
export type Traversal = { readonly order: readonly number[] } | { readonly cycle: readonly number[] };

/** Of the vertices free to go the one with the lowest rank goes first, as Puppet's `manifest` ordering does. */
export function traversalOf(graph: RelationshipGraph): Traversal {
  const blockers = graph.into.map((edges) => edges.size);
  const ready = new RankHeap(graph);
  for (const [vertex, count] of blockers.entries()) if (count === 0) ready.push(vertex);
  const order: number[] = [];
  for (let vertex = ready.pop(); vertex !== undefined; vertex = ready.pop()) {
    order.push(vertex);
    for (const next of graph.out[vertex]!.keys()) {
      blockers[next]! -= 1;
      if (blockers[next] === 0) ready.push(next);
    }
  }
  if (order.length === blockers.length) return { order };
  return { cycle: cycleAmong(graph, blockers) };
}

/** Every vertex still blocked has a blocked one before it: walking backwards must come round. */
function cycleAmong(graph: RelationshipGraph, blockers: readonly number[]): number[] {
  const path: number[] = [];
  let at = blockers.findIndex((count) => count > 0);
  while (!path.includes(at)) {
    path.push(at);
    at = [...graph.into[at]!.keys()].find((before) => blockers[before]! > 0)!;
  }
  const cycle = path.slice(path.indexOf(at)).reverse();
  const first = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

/** A binary heap of vertices, lowest rank on top. */
class RankHeap {
  readonly #graph: RelationshipGraph;
  readonly #heap: number[] = [];

  constructor(graph: RelationshipGraph) {
    this.#graph = graph;
  }

  push(vertex: number): void {
    const heap = this.#heap;
    let at = heap.push(vertex) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#rank(heap[parent]!) <= this.#rank(vertex)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = vertex;
  }

  pop(): number | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && this.#rank(heap[child + 1]!) < this.#rank(heap[child]!)) child++;
      if (this.#rank(heap[child]!) >= this.#rank(last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }

  #rank(vertex: number): number {
    return this.#graph.vertices[vertex]!.rank;
  }
}
