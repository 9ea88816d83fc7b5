/** A graph as lists: `out[a]` holds the vertices that come after `a`. */
export type Successors = readonly (readonly number[])[];

/**
 * The vertices of a graph so that each comes after all that lead to it; of those that are free to go, the one with
 * the lowest rank goes first. Undefined when a cycle forbids every order (explain.ts finds it).
 */
export function orderOf(
  out: Successors,
  rank: (vertex: number) => number = (vertex) => vertex,
): number[] | undefined {
  const blockers = new Array<number>(out.length).fill(0);
  for (const targets of out) for (const to of targets) blockers[to]! += 1;
  const ready = new RankHeap(rank);
  for (const [vertex, count] of blockers.entries()) if (count === 0) ready.push(vertex);
  const order: number[] = [];
  for (let vertex = ready.pop(); vertex !== undefined; vertex = ready.pop()) {
    order.push(vertex);
    for (const to of out[vertex]!) if (--blockers[to]! === 0) ready.push(to);
  }
  return order.length === out.length ? order : undefined;
}

/** A binary heap of vertices, lowest rank on top. */
class RankHeap {
  readonly #rank: (vertex: number) => number;
  readonly #heap: number[] = [];

  constructor(rank: (vertex: number) => number) {
    this.#rank = rank;
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
}
