import { join } from "node:path";
import { applyCatalog } from "../apply/apply.ts";
import type { ApplyReport } from "../apply/outcome.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { RelationshipGraph } from "../graph/relationship-graph.ts";
import { LinuxMachine } from "../machine/linux.ts";
import { refuseForeign } from "../machine/own-folder.ts";
import { type RunLock, takeRunLock } from "../machine/run-lock.ts";
import { RunRecord } from "../machine/run-record.ts";
import { withoutServiceStarts } from "../machine/service-policy.ts";
import type { Settings } from "../settings/settings.ts";
import { CheckTimesFile } from "./check-times.ts";
import { tellDeferredStarts } from "./image-services.ts";
import { clearKilledRun } from "./killed-run.ts";
import type { OpenedCatalog } from "./open-catalog.ts";
import type { RunRequest } from "./request.ts";
import { resourceHost } from "./resource-host.ts";
import { trying, writeGraphsOf, writeResults } from "./results.ts";

/** Hold the lock, make the machine match a catalog, and write down how that went. */
export async function applyOpened(opened: OpenedCatalog, request: RunRequest): Promise<ApplyReport> {
  const { settings, log, interruption } = request;
  const { catalog } = opened;
  log.log({ level: "info", message: `Using environment '${catalog.environment}'` });
  const machine = new LinuxMachine();
  const lock = lockFor(catalog, request);
  const record = lock && new RunRecord(join(settings.text("rundir"), "apply.unfinished"));
  const checkTimes = new CheckTimesFile(join(settings.text("statedir"), "schedules.json"));
  interruption.onCaught((name) => log.log({ level: "notice", message: caught(name, interruption.grace) }));
  try {
    await interruption.pause();
    interruption.goOn();
    if (record !== undefined) await beginRecord(record, machine, request);
    const report = await quietly(request, () => applied(opened, request, machine, checkTimes));
    if (request.image) tellDeferredStarts(catalog, log.log);
    log.log({ level: "notice", message: lastWords(report) });
    const times = "Could not save when resources were looked at";
    if (!report.noop) await trying(times, log, () => checkTimes.save(machine, log.redactor));
    await writeResults(report, catalog, request, machine);
    return report;
  } finally {
    machine.recordIn(undefined);
    record?.close();
    lock?.release();
  }
}

/** What a killed run left is cleared away before this one leaves marks of its own. */
async function beginRecord(record: RunRecord, machine: LinuxMachine, request: RunRequest): Promise<void> {
  await clearKilledRun(record, request.log.log, () => request.interruption.goOn());
  record.begin();
  machine.recordIn(record);
}

function applied(
  { catalog, environment, facts, resolve }: OpenedCatalog,
  request: RunRequest,
  machine: LinuxMachine,
  checkTimes: CheckTimesFile,
): Promise<ApplyReport> {
  const { settings, log, interruption } = request;
  return applyCatalog(catalog, {
    machine,
    host: resourceHost(facts, machine, request.image),
    log: log.log,
    redactor: log.redactor,
    noop: settings.isOn("noop"),
    tags: settings.words("tags"),
    skipTags: settings.words("skip_tags"),
    checkTimes,
    ignoreSchedules: settings.isOn("ignoreschedules"),
    diff: diffCommand(settings),
    showDiff: settings.isOn("show_diff") || request.showDiff,
    modulePath: (module) => environment.module(module)?.path,
    resolve,
    progress: request.progress,
    evalTrace: settings.isOn("evaltrace"),
    onGraph: (graph: RelationshipGraph<unknown>) => writeGraphsOf(catalog, graph, request, machine),
    signal: interruption.asked,
    cut: interruption.cut,
    pause: () => interruption.pause(),
    goOn: () => {
      if (interruption.caught !== undefined) throw new Error(`Caught ${interruption.caught}`);
    },
  });
}

/** The program that `diff` names, with the words of `diff_args`. */
function diffCommand(settings: Settings): readonly string[] {
  const program = settings.text("diff");
  return program === "" ? [] : [program, ...settings.text("diff_args").split(" ").filter(Boolean)];
}

/** A dry run needs no lock, unless the catalog says of something that it is to be done all the same. */
function lockFor({ resources }: Catalog, { settings }: RunRequest): RunLock | undefined {
  const changes = !settings.isOn("noop") || resources.some((one) => one.parameters.get("noop") === false);
  if (!changes) return undefined;
  for (const name of ["vardir", "statedir"]) refuseForeign(settings.text(name));
  return takeRunLock(join(settings.text("rundir"), "apply.lock"));
}

/** While an image is built nothing that is installed may start services. */
function quietly<T>({ image, settings }: RunRequest, work: () => Promise<T>): Promise<T> {
  return image && !settings.isOn("noop") ? withoutServiceStarts(work) : work();
}

function caught(signal: string, grace: number): string {
  const rest = `a command may go on for ${grace} s (--grace). A second signal ends it at once`;
  return `Caught ${signal}: the resource in hand is finished, and no other is begun; ${rest}`;
}

function lastWords({ interrupted, seconds }: ApplyReport): string {
  const time = `${seconds.toFixed(2)} seconds`;
  return interrupted
    ? `Ended by a signal after ${time}; the catalog is not applied as a whole`
    : `Applied catalog in ${time}`;
}
