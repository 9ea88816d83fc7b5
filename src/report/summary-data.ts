import type { ApplyReport } from "../apply/outcome.ts";
import { metricsOf } from "./metrics.ts";

/** The numbers of a run in the shape of Puppet's last_run_summary. */
export function summaryData(report: ApplyReport, version: string): Record<string, unknown> {
  const { resources, time, changes, events } = metricsOf(report);
  const { environment, version: config } = report.catalog;
  return {
    version: { config: typeof config === "bigint" ? Number(config) : config, puppet: version },
    application: { run_mode: "user", initial_environment: environment, converged_environment: environment },
    resources,
    time: { ...time, last_run: Math.floor(report.startedAt.getTime() / 1000 + report.seconds) },
    changes,
    events,
  };
}
