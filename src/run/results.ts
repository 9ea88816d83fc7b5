import { hostname } from "node:os";
import type { ApplyReport } from "../apply/outcome.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { RelationshipGraph } from "../graph/relationship-graph.ts";
import type { Machine } from "../machine/machine.ts";
import { systemMessage } from "../machine/system-error.ts";
import { summaryData } from "../report/summary-data.ts";
import { summaryText } from "../report/summary-text.ts";
import { VERSION } from "../report/version.ts";
import { writeCatalogSummary } from "../report/write-catalog-summary.ts";
import { writeGraphs } from "../report/write-graphs.ts";
import { writeReport } from "../report/write-report.ts";
import { processReport } from "./report-processors.ts";
import type { RunLog, RunRequest } from "./request.ts";

/** Write what a run leaves behind: the summary on the terminal, reports, lists. A dry run leaves no trace unless told where to. */
export async function writeResults(
  report: ApplyReport,
  catalog: Catalog,
  request: RunRequest,
  machine: Machine,
): Promise<void> {
  const { settings, log } = request;
  const { redactor } = log;
  if (settings.isOn("summarize")) request.print?.(redactor.redact(summaryText(summaryData(report, VERSION))));
  if (!(await writeReports(report, request, machine))) return;
  if (!settings.isOn("write_catalog_summary") && !request.listCatalog) return;
  const files = { classes: settings.text("classfile"), resources: settings.text("resourcefile") };
  await trying("Could not create class file", log, () =>
    writeCatalogSummary(files, catalog, { machine, redactor }),
  );
}

/** Leave a report of a run that a signal ended before anything was applied. */
export async function reportInterruption(request: RunRequest, machine: Machine): Promise<void> {
  const { settings } = request;
  const name = settings.get("certname") ?? hostname();
  const unapplied: ApplyReport = {
    catalog: { name, version: "", environment: settings.text("environment") },
    startedAt: new Date(),
    seconds: 0,
    noop: settings.isOn("noop"),
    outcomes: [],
    completed: false,
    interrupted: true,
    failedToGenerate: false,
  };
  await writeReports(unapplied, request, machine);
}

/** Draw the graphs of a run, when the settings want them. */
export async function writeGraphsOf(
  catalog: Catalog,
  graph: RelationshipGraph<unknown>,
  { settings, log }: RunRequest,
  machine: Machine,
): Promise<void> {
  if (!settings.isOn("graph")) return;
  await trying("Could not write the graphs", log, async () => {
    const { drawings } = await import("../graph/dot.ts");
    const { redactor } = log;
    await writeGraphs(settings.text("graphdir"), drawings(catalog, graph), { machine, redactor });
  });
}

/** The machine is as it is by now: a failure to write about it is logged, and does not change the outcome. */
export async function trying(what: string, { log }: RunLog, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log({ level: "err", message: `${what}: ${systemMessage(error)}` });
  }
}

/** Says whether reports are written. */
async function writeReports(report: ApplyReport, request: RunRequest, machine: Machine): Promise<boolean> {
  const { settings, log } = request;
  if (report.noop && !settings.isSet("lastrunreport")) return false;
  const files = {
    report: settings.isOn("report") ? settings.text("lastrunreport") : undefined,
    summary: settings.text("lastrunfile"),
    onlyChanged: settings.isOn("exclude_unchanged_resources"),
  };
  await trying("Could not save last run local report", log, () =>
    writeReport(files, report, log.entries, VERSION, log.redactor, machine),
  );
  await trying("Could not process the report", log, () => processReport(report, request, machine));
  return true;
}
