import type { ApplyReport } from "../apply/outcome.ts";
import type { Machine } from "../machine/machine.ts";
import { putFile } from "./put-file.ts";
import type { Redactor } from "./redactor.ts";
import { reportData, type TimedEntry } from "./report-data.ts";
import { summaryData } from "./summary-data.ts";
import { summaryYaml } from "./summary-yaml.ts";

/** Where the reports of the last run go; the ending of a name (`.json` or `.yaml`) says how they are written. */
export interface ReportFiles {
  /** Undefined: no report is written. */
  readonly report: string | undefined;
  readonly summary: string;
  /** Resources that are as they should be are left out of the report. */
  readonly onlyChanged?: boolean | undefined;
}

const OWNER_ONLY = 0o640;
const EVERYONE_READS = 0o644;

/** Write the report and the summary of a run; secrets go through the redactor first. */
export async function writeReport(
  files: ReportFiles,
  report: ApplyReport,
  logs: readonly TimedEntry[],
  version: string,
  redactor: Redactor,
  machine: Machine,
): Promise<void> {
  if (files.report !== undefined) {
    const data = redactor.redactAll(reportData(report, logs, version, files.onlyChanged));
    await putFile(files.report, isJson(files.report) ? json(data) : await yamlText(data), OWNER_ONLY, {
      machine,
      redactor,
    });
  }
  const summary = redactor.redactAll(summaryData(report, version));
  await putFile(files.summary, isJson(files.summary) ? json(summary) : summaryYaml(summary), EVERYONE_READS, {
    machine,
    redactor,
  });
}

function isJson(path: string): boolean {
  return path.endsWith(".json");
}

function json(data: unknown): string {
  return `${JSON.stringify(data)}\n`;
}

/** The YAML library is loaded only when something is written with it. */
async function yamlText(data: unknown): Promise<string> {
  return (await import("./yaml-text.ts")).yamlText(data);
}
