import type { Catalog, ContainmentEdge, Reference, RelationshipEdge } from "../catalog/catalog.ts";
import { Failure } from "../diagnostics/failure.ts";
import { shortestCycle } from "./shortest-cycle.ts";

/** A step of a cycle, and why it is there. */
type Step = RelationshipEdge | ContainmentEdge;

/** Where a reference begins and where it ends: one vertex, or two for a container. */
type Ends = ReadonlyMap<Reference, { readonly begin: number; readonly end: number }>;

/** Fail when resources wait for each other in a circle: the shortest circle is told with the reason of every step. */
export function refuseCycles(catalog: Catalog): void {
  if (catalog.relationships.length === 0) return;
  const { vertices, ends } = verticesOf(catalog);
  const out: number[][] = vertices.map(() => []);
  for (const [from, to] of edgesOf(catalog, ends)) out[from]!.push(to);
  const cycle = shortestCycle(out);
  if (!cycle) return;
  const steps = stepsOf(cycle, edgesOf(catalog, ends));
  const path = rotated(cycle.map((vertex) => vertices[vertex]!));
  const shown = [...path, path[0]].join(" => ");
  throw new Failure({
    code: "DEPENDENCY_CYCLE",
    severity: "error",
    message: `Found 1 dependency cycle:\n(${shown})\nOne or more resource dependency cycles detected in graph`,
    hint: "Each of the following steps says what comes first; one of them has to go.",
    related: steps.map((step) => ({
      message: explain(step),
      place: "place" in step ? (step.place ?? {}) : {},
    })),
  });
}

/** Containers are two vertices: nothing in them comes before the first, nothing after them before the second. */
function verticesOf(catalog: Catalog): { vertices: readonly Reference[]; ends: Ends } {
  const containers = new Set(catalog.containment.map(({ container }) => container));
  const vertices: Reference[] = [];
  const ends = new Map<Reference, { begin: number; end: number }>();
  for (const { reference: ref } of catalog.resources) {
    const begin = vertices.push(ref) - 1;
    ends.set(ref, { begin, end: containers.has(ref) ? vertices.push(ref) - 1 : begin });
  }
  return { vertices, ends };
}

/** The edges of the graph with what they stand for; those through a container stand for nothing. */
function* edgesOf(catalog: Catalog, ends: Ends): Iterable<readonly [from: number, to: number, step?: Step]> {
  for (const { begin, end } of ends.values()) if (begin !== end) yield [begin, end];
  for (const edge of catalog.relationships) {
    const [from, to] = [ends.get(edge.from), ends.get(edge.to)];
    if (from && to) yield [from.end, to.begin, edge];
  }
  for (const edge of catalog.containment) {
    const [outer, inner] = [ends.get(edge.container), ends.get(edge.content)];
    if (!outer || !inner) continue;
    yield [outer.begin, inner.begin, edge];
    yield [inner.end, outer.end, edge];
  }
}

/** What the steps of a cycle stand for, in order. */
function stepsOf(cycle: readonly number[], edges: Iterable<readonly [number, number, Step?]>): Step[] {
  const next = new Map(cycle.map((vertex, at) => [vertex, cycle[(at + 1) % cycle.length]!]));
  const found = new Map<number, Step>();
  for (const [from, to, step] of edges) {
    if (step && next.get(from) === to && !found.has(from)) found.set(from, step);
  }
  return cycle.map((vertex) => found.get(vertex)).filter((step) => step !== undefined);
}

/** The names of a cycle, each once, from the first in the alphabet on, as Puppet shows them. */
function rotated(names: readonly Reference[]): Reference[] {
  const once = names.filter(
    (name, at) => name !== names[(at + names.length - 1) % names.length] || names.length === 1,
  );
  const start = once.indexOf([...once].sort()[0]!);
  return [...once.slice(start), ...once.slice(0, start)];
}

function explain(step: Step): string {
  if ("container" in step) return `${step.content} is in ${step.container}`;
  return `${step.from} comes before ${step.to}: ${step.origin}`;
}
