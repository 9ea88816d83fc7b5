import { dirname } from "node:path";
import type { ApplyReport } from "../apply/outcome.ts";
import type { Machine } from "../machine/machine.ts";
import type { Redactor } from "./redactor.ts";
import { reportData, type TimedEntry } from "./report-data.ts";
import { summaryData } from "./summary-data.ts";
import { summaryYaml } from "./summary-yaml.ts";

/** Where the reports of the last run go; the ending of a name (`.json` or `.yaml`) says how they are written. */
export interface ReportFiles {
  readonly report: string;
  readonly summary: string;
}

const FOLDER = 0o755;
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
  const data = redactor.redactAll(reportData(report, logs, version));
  await put(files.report, isJson(files.report) ? json(data) : await yamlText(data), OWNER_ONLY, machine);
  const summary = redactor.redactAll(summaryData(report, version));
  await put(
    files.summary,
    isJson(files.summary) ? json(summary) : summaryYaml(summary),
    EVERYONE_READS,
    machine,
  );
}

function isJson(path: string): boolean {
  return path.endsWith(".json");
}

function json(data: unknown): string {
  return `${JSON.stringify(data)}\n`;
}

/** The next run writes another: a report is not worth waiting for the disk. */
async function put(path: string, text: string, mode: number, machine: Machine): Promise<void> {
  makeFolder(dirname(path), machine);
  await machine.replaceFile(path, { content: Buffer.from(text), mode, unsynced: true });
}

/** A folder with the folders above it, as far as they are not there. */
function makeFolder(path: string, machine: Machine): void {
  if (machine.stat(path)) return;
  makeFolder(dirname(path), machine);
  machine.mkdir(path, FOLDER);
}

/** The YAML library is loaded only when something is written with it. */
async function yamlText(data: unknown): Promise<string> {
  return (await import("./yaml-text.ts")).yamlText(data);
}
