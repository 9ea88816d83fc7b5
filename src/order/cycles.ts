import type { Catalog, ContainmentEdge, Reference, RelationshipEdge } from "../catalog/catalog.ts";
import { reference } from "../catalog/catalog.ts";
import { Failure } from "../diagnostics/failure.ts";
import { locationText } from "../diagnostics/puppet-text.ts";
import { shortestCycle } from "./shortest-cycle.ts";

/** A step of a cycle, and why it is there. */
type Step = RelationshipEdge | ContainmentEdge;

/** Fail when resources wait for each other in a circle: the shortest circle is told with the reason of every step. */
export function refuseCycles(catalog: Catalog): void {
  if (catalog.relationships.length === 0) return;
  const { vertices, out, stepOf } = graphOf(catalog);
  const cycle = shortestCycle(out);
  if (!cycle) return;
  const steps = cycle
    .map((from, at) => stepOf(from, cycle[(at + 1) % cycle.length]!))
    .filter((step) => step !== undefined);
  const path = rotated(cycle.map((vertex) => vertices[vertex]!));
  throw new Failure({
    code: "DEPENDENCY_CYCLE",
    severity: "error",
    message: `Found 1 dependency cycle:\n(${[...path, path[0]].join(" => ")})\nOne or more resource dependency cycles detected in graph`,
    hint: ["Each of these steps says what comes first:", ...steps.map(explain)].join("\n"),
    related: steps.map((step) => ({
      message: explain(step),
      place: "place" in step ? (step.place ?? {}) : {},
    })),
  });
}

/** Containers are two vertices: nothing in them comes before the first, nothing after them before the second. */
function graphOf(catalog: Catalog) {
  const vertices: Reference[] = [];
  const out: number[][] = [];
  const first = new Map<Reference, number>();
  const last = new Map<Reference, number>();
  const containers = new Set(catalog.containment.map(({ container }) => container));
  const steps = new Map<string, Step>();
  const add = (ref: Reference) => {
    out.push([]);
    return vertices.push(ref) - 1;
  };
  const connect = (from: number, to: number, step?: Step) => {
    out[from]!.push(to);
    if (step && !steps.has(`${from} ${to}`)) steps.set(`${from} ${to}`, step);
  };
  for (const { type, title } of catalog.resources) {
    const ref = reference(type, title);
    const begin = add(ref);
    const end = containers.has(ref) ? add(ref) : begin;
    first.set(ref, begin);
    last.set(ref, end);
    if (begin !== end) connect(begin, end);
  }
  for (const edge of catalog.relationships) {
    const [from, to] = [last.get(edge.from), first.get(edge.to)];
    if (from !== undefined && to !== undefined) connect(from, to, edge);
  }
  for (const edge of catalog.containment) {
    connect(first.get(edge.container)!, first.get(edge.content)!, edge);
    connect(last.get(edge.content)!, last.get(edge.container)!, edge);
  }
  return { vertices, out, stepOf: (from: number, to: number) => steps.get(`${from} ${to}`) };
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
  const where = locationText(step.place && { file: step.place.file, line: step.place.line });
  return `${step.from} comes before ${step.to}: ${step.origin}${where === "" ? "" : ` ${where}`}`;
}
