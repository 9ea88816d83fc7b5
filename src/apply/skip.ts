import type { Reference } from "../catalog/catalog.ts";
import type { ApplyOptions } from "./options.ts";
import type { ResourceOutcome } from "./outcome.ts";
import type { Edge, RelationshipGraph, Vertex } from "./relationship-graph.ts";

/** Whether tags leave a vertex out of the run; says why, for the debug log. */
export function leftOutByTags(
  vertex: Vertex,
  { tags = [], skipTags = [] }: ApplyOptions,
): string | undefined {
  if (skipTags.some((tag) => vertex.tags.has(tag.toLowerCase())))
    return `Skipping with skip tags ${skipTags.join(", ")}`;
  if (tags.length === 0 || tags.some((tag) => vertex.tags.has(tag.toLowerCase()))) return undefined;
  return `Not tagged with ${tags.join(", ")}`;
}

/** Failed resources as they spread along the graph: each vertex knows all that failed before it. */
export class FailedDependencies {
  readonly #graph: RelationshipGraph;
  readonly #failed = new Map<number, ReadonlySet<Reference>>();
  readonly #told = new Set<Reference>();

  constructor(graph: RelationshipGraph) {
    this.#graph = graph;
  }

  /** What failed before a vertex; to be asked once all that comes before it is done. */
  before(at: number, outcomeAt: (vertex: number) => readonly ResourceOutcome[]): ReadonlySet<Reference> {
    const all = new Set<Reference>();
    for (const { from } of this.#edgesInto(at)) {
      for (const reference of this.#failed.get(from) ?? []) all.add(reference);
      for (const outcome of outcomeAt(from)) {
        if (outcome.failed || outcome.failedToRestart) all.add(outcome.reference);
      }
    }
    if (all.size > 0) this.#failed.set(at, all);
    return all;
  }

  /** Of some failed resources those not told of before. */
  untold(references: Iterable<Reference>): Reference[] {
    const fresh = [...references].filter((reference) => !this.#told.has(reference));
    for (const reference of fresh) this.#told.add(reference);
    return fresh;
  }

  #edgesInto(at: number): Iterable<Edge> {
    return this.#graph.into[at]!.values();
  }
}
