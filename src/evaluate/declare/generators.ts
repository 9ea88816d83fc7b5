import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { Failure, fail } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import type { Compilation } from "../compilation.ts";
import { evaluateContainer } from "./evaluate-container.ts";

/** How often collecting and evaluating may bring up something new before it is taken for endless. */
const LIMIT = 1000;

/** Collect and evaluate defined types in turns until nothing changes: each can bring up more of the other. */
export function runGenerators(compilation: Compilation): void {
  for (let count = 0; collectAll(compilation) + evaluateWaiting(compilation) > 0; count++) {
    if (count >= LIMIT) {
      fail("ENDLESS_EVALUATION", "Somehow looped more than 1000 times while evaluating host catalog");
    }
  }
}

/** Run all collectors; how many found something new. */
function collectAll({ catalog }: Compilation): number {
  return [...catalog.collectors].filter((collector) => collector.collect()).length;
}

/** Evaluate what waits, except what is virtual; how many there were. */
function evaluateWaiting(compilation: Compilation): number {
  const { catalog } = compilation;
  const waiting = catalog.takeUnevaluated();
  catalog.putBackUnevaluated(waiting.filter(({ virtual }) => virtual));
  const real = waiting.filter(({ virtual }) => !virtual);
  for (const resource of real) evaluateLater(resource, compilation);
  return real.length;
}

/** Errors in the code of a defined type are told at its instance, too. */
function evaluateLater(resource: DeclaredResource, compilation: Compilation): void {
  try {
    evaluateContainer(resource, compilation);
  } catch (thrown) {
    throw thrown instanceof Failure ? within(resource, thrown) : thrown;
  }
}

function within(resource: DeclaredResource, failure: Failure): Failure {
  const { file, line } = resource.place;
  const { issue } = failure;
  if (issue.code === "ILLEGAL_BREAK") {
    const message = `Evaluation Error: Error while evaluating an Object, ${issue.message}`;
    return new Failure({ ...issue, message }, { cause: failure });
  }
  const message = `Evaluation Error: Error while evaluating a Resource Statement, ${puppetText(issue)}`;
  const inner = { message: issue.message, place: issue.place ?? {} };
  const here = { message: `in ${resource.reference}`, place: resource.place };
  return new Failure(
    { ...issue, message, place: { file, line }, related: [inner, ...(issue.related ?? []), here] },
    { cause: failure },
  );
}
