import type { Catalog } from "../catalog/catalog.ts";
import { withGenerated } from "./generate.ts";
import type { ApplyOptions } from "./options.ts";
import type { ApplyReport } from "./outcome.ts";
import { prepare } from "./prepare.ts";
import { Run } from "./run.ts";

/**
 * Make the machine as the catalog says. Raises a Failure, having touched nothing, when the catalog cannot be applied;
 * what goes wrong with single resources is in the report. Applying twice changes nothing the second time.
 */
export async function applyCatalog(catalog: Catalog, options: ApplyOptions): Promise<ApplyReport> {
  const startedAt = new Date();
  const started = performance.now();
  const { catalog: whole, ready, failed } = await withGenerated(catalog, options);
  const prepared = prepare(whole, options, ready);
  options.log({ level: "info", message: `Applying configuration version '${catalog.version}'` });
  await options.onGraph?.(prepared.graph);
  const run = new Run(prepared, whole, options);
  const completed = await run.walk();
  const { name, version, environment } = catalog;
  return {
    catalog: { name, version, environment },
    startedAt,
    seconds: (performance.now() - started) / 1000,
    noop: options.noop ?? false,
    outcomes: [...run.outcomes.values()],
    completed,
    interrupted: !completed,
    failedToGenerate: failed || run.failedToGenerate,
  };
}
