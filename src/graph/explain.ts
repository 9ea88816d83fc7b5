import { alg, Graph } from "@dagrejs/graphlib";
import type { Edge, RelationshipGraph } from "./relationship-graph.ts";

/** Vertices visited at most while the shortest cycle is looked for: enough for any graph that a person can look at. */
const EFFORT = 200_000;

/** The edges of a shortest cycle, in order; undefined when there is none. A loop of one vertex is a cycle of length 1. */
export function shortestCycle<R>(graph: RelationshipGraph<R>): Edge[] | undefined {
  const suspects = withinCycles(graph);
  if (suspects.size === 0) return undefined;
  const part = partOf(graph, suspects);
  let best: number[] | undefined;
  for (const start of [...suspects].slice(0, Math.ceil(EFFORT / suspects.size))) {
    const cycle = cycleThrough(part, start);
    if (cycle !== undefined && (best === undefined || cycle.length < best.length)) best = cycle;
    if (best?.length === 1) break;
  }
  return best?.map((vertex, at) => graph.edge(vertex, best[(at + 1) % best.length]!)!);
}

/** The vertices that are left when those without a way in, or without a way out, are taken away again and again. */
function withinCycles<R>({ out, into }: RelationshipGraph<R>): Set<number> {
  const left = new Set(out.keys());
  const trim = (edges: readonly Edge[][], back: readonly Edge[][], end: "from" | "to"): void => {
    const count = edges.map((list) => list.filter((edge) => left.has(edge[end])).length);
    const free = [...left].filter((vertex) => count[vertex] === 0);
    for (let vertex = free.pop(); vertex !== undefined; vertex = free.pop()) {
      left.delete(vertex);
      for (const edge of back[vertex]!) {
        const next = end === "from" ? edge.to : edge.from;
        if (--count[next]! === 0 && left.has(next)) free.push(next);
      }
    }
  };
  trim(into, out, "from");
  trim(out, into, "to");
  return left;
}

function partOf<R>({ out }: RelationshipGraph<R>, members: ReadonlySet<number>): Graph {
  const part = new Graph();
  for (const vertex of members) {
    part.setNode(String(vertex));
    for (const { to } of out[vertex]!) if (members.has(to)) part.setEdge(String(vertex), String(to));
  }
  return part;
}

/** The shortest way from a vertex back to itself, by its vertices; undefined when there is none. */
function cycleThrough(part: Graph, start: number): number[] | undefined {
  const ways = alg.dijkstra(part, String(start));
  const back = (part.predecessors(String(start)) ?? []).filter((name) =>
    Number.isFinite(ways[name]!.distance),
  );
  if (back.length === 0) return undefined;
  const last = back.reduce((a, b) => (ways[b]!.distance < ways[a]!.distance ? b : a));
  const cycle: number[] = [];
  for (let at = last; Number(at) !== start; at = ways[at]!.predecessor!) cycle.push(Number(at));
  return [start, ...cycle.reverse()];
}
