import { join } from "node:path";
import type { ApplyReport } from "../apply/outcome.ts";
import type { Machine } from "../machine/machine.ts";
import { putFile } from "../report/put-file.ts";
import { reportData } from "../report/report-data.ts";
import { VERSION } from "../report/version.ts";
import type { RunLog, RunRequest } from "./request.ts";

/** Hand the report to the processors that the setting `reports` names; by default there are none here. */
export async function processReport(
  report: ApplyReport,
  request: RunRequest,
  machine: Machine,
): Promise<void> {
  const { settings, log } = request;
  const names = settings.isSet("reports") ? settings.words("reports") : [];
  if (names.includes("none")) return;
  for (const name of names) {
    const processor = PROCESSORS[name];
    if (processor === undefined) log.log({ level: "warning", message: `No report named '${name}'` });
    else await processor(report, request, machine);
  }
}

type Processor = (report: ApplyReport, request: RunRequest, machine: Machine) => Promise<void>;

/** Puppet's report processors (lib/puppet/reports). */
const PROCESSORS: Readonly<Record<string, Processor>> = { store, log: repeat, http: send };

/** One file for each run, in a folder for each node. */
async function store(report: ApplyReport, request: RunRequest, machine: Machine): Promise<void> {
  const { settings, log } = request;
  const { name } = report.catalog;
  if (/\/|^\.{1,2}$/.test(name)) throw new Error(`Invalid node name ${JSON.stringify(name)}`);
  const minute = new Date().toISOString().replace(/\D/g, "").slice(0, 12);
  const file = join(settings.text("reportdir"), name, `${minute}.yaml`);
  const { redactor } = log;
  await putFile(file, await yamlOf(report, request), 0o640, { machine, redactor });
}

/** Every entry of the log once more, in the name of the node. */
async function repeat({ catalog }: ApplyReport, { log }: RunRequest): Promise<void> {
  for (const { level, message, source = "Puppet" } of [...log.entries])
    log.log({ level, message, source: `//${catalog.name}/${source}` });
}

/** The report as the body of a request to `reporturl`. */
async function send(report: ApplyReport, request: RunRequest, machine: Machine): Promise<void> {
  const url = request.settings.text("reporturl");
  const body = Buffer.from(request.log.redactor.redact(await yamlOf(report, request)));
  const { status } = await machine.askWeb(url, "POST", { type: "application/x-yaml", body });
  if (status < 200 || status >= 300) refused(url, status, request.log);
}

function refused(url: string, status: number, { log }: RunLog): void {
  log({ level: "err", message: `Unable to submit report to ${url} [${status}]` });
}

/** The YAML library is loaded only when something is written with it. */
async function yamlOf(report: ApplyReport, { settings, log }: RunRequest): Promise<string> {
  const { yamlText } = await import("../report/yaml-text.ts");
  const onlyChanged = settings.isOn("exclude_unchanged_resources");
  return yamlText(log.redactor.redactAll(reportData(report, log.entries, VERSION, onlyChanged)));
}
