import { dirname } from "node:path";
import type { ApplyReport } from "../apply/outcome.ts";
import type { Machine } from "../machine/machine.ts";
import type { Redactor } from "./redactor.ts";
import { reportData, type TimedEntry } from "./report-data.ts";
import { summaryData } from "./summary-data.ts";

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
  await put(files.report, data, OWNER_ONLY, machine);
  await put(files.summary, redactor.redactAll(summaryData(report, version)), EVERYONE_READS, machine);
}

async function put(path: string, data: unknown, mode: number, machine: Machine): Promise<void> {
  makeFolder(dirname(path), machine);
  const text = path.endsWith(".json") ? `${JSON.stringify(data)}\n` : await yamlText(data);
  await machine.replaceFile(path, { content: Buffer.from(text), mode });
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
