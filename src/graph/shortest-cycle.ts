import { componentsWithCycles } from "./strong-components.ts";

/** A graph as lists: `out[a]` holds the vertices that come after `a`. */
export type Successors = readonly (readonly number[])[];

/** Vertices looked at per component at most: enough for the shortest cycle of any graph a person can look at. */
const EFFORT = 200_000;

/** The vertices of a shortest cycle in order, undefined when there is none; a vertex before itself is one of length 1. */
export function shortestCycle(out: Successors): number[] | undefined {
  let best: number[] | undefined;
  for (const component of componentsWithCycles(out)) {
    const members = new Set(component);
    for (const start of component.slice(0, Math.ceil(EFFORT / component.length))) {
      const cycle = cycleThrough(start, members, out, best?.length ?? Number.POSITIVE_INFINITY);
      if (cycle) best = cycle;
      if (best && best.length <= 2) return best;
    }
  }
  return best;
}

/** The shortest way from a vertex back to itself inside its component, when it is shorter than `limit`. */
function cycleThrough(
  start: number,
  members: ReadonlySet<number>,
  out: Successors,
  limit: number,
): number[] | undefined {
  const before = new Map<number, number>([[start, -1]]);
  let ring = [start];
  for (let length = 1; ring.length > 0 && length < limit; length++) {
    const next: number[] = [];
    for (const vertex of ring) {
      for (const to of out[vertex]!) {
        if (to === start) return pathTo(vertex, before);
        if (!members.has(to) || before.has(to)) continue;
        before.set(to, vertex);
        next.push(to);
      }
    }
    ring = next;
  }
  return undefined;
}

function pathTo(vertex: number, before: ReadonlyMap<number, number>): number[] {
  const path: number[] = [];
  for (let at = vertex; at >= 0; at = before.get(at)!) path.push(at);
  return path.reverse();
}
