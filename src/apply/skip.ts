import type { Reference } from "../catalog/catalog.ts";
import type { ApplyOptions } from "./options.ts";
import type { ResourceOutcome } from "./outcome.ts";
import type { RunGraph, RunVertex } from "./prepare.ts";

/** Whether tags leave a vertex out of the run; says why, for the debug log. */
export function leftOutByTags(
  vertex: RunVertex,
  { tags = [], skipTags = [] }: ApplyOptions,
): string | undefined {
  if (skipTags.some((tag) => vertex.tags.has(tag.toLowerCase())))
    return `Skipping with skip tags ${skipTags.join(", ")}`;
  if (tags.length === 0 || tags.some((tag) => vertex.tags.has(tag.toLowerCase()))) return undefined;
  return `Not tagged with ${tags.join(", ")}`;
}

const NOTHING: ReadonlySet<Reference> = new Set();

/** Failed resources as they spread along the graph: each vertex knows all that failed before it. */
export class FailedDependencies {
  readonly #graph: RunGraph;
  readonly #failed = new Map<number, ReadonlySet<Reference>>();
  readonly #told = new Set<Reference>();

  constructor(graph: RunGraph) {
    this.#graph = graph;
  }

  /** What failed before a vertex; to be asked once all that comes before it is done. */
  before(at: number, outcomeAt: (vertex: number) => readonly ResourceOutcome[]): ReadonlySet<Reference> {
    let all: Set<Reference> | undefined;
    for (const { from } of this.#graph.into[at]!) {
      const inherited = this.#failed.get(from);
      const outcomes = outcomeAt(from);
      if (inherited === undefined && !outcomes.some(hasFailed)) continue;
      all ??= new Set();
      for (const reference of inherited ?? NOTHING) all.add(reference);
      for (const outcome of outcomes) if (hasFailed(outcome)) all.add(outcome.reference);
    }
    if (all !== undefined) this.#failed.set(at, all);
    return all ?? NOTHING;
  }

  /** Of some failed resources those not told of before. */
  untold(references: Iterable<Reference>): Reference[] {
    const fresh = [...references].filter((reference) => !this.#told.has(reference));
    for (const reference of fresh) this.#told.add(reference);
    return fresh;
  }
}

function hasFailed({ failed, failedToRestart }: ResourceOutcome): boolean {
  return failed || failedToRestart;
}
