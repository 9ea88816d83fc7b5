import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { ApplyReport } from "../../apply/outcome.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { ResourceTypes } from "../../catalog/resource-types/resource-types.ts";
import { withoutVirtual } from "../../catalog/select.ts";
import { Failure, fail } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import { readCatalog } from "../../finish/read-catalog.ts";
import { resolveDeferred } from "../../functions/resolve-deferred.ts";
import type { RelationshipGraph } from "../../graph/relationship-graph.ts";
import { INTERRUPTED, Interruption } from "../../machine/interruption.ts";
import { LinuxMachine } from "../../machine/linux.ts";
import { refuseForeign } from "../../machine/own-folder.ts";
import { type RunLock, takeRunLock } from "../../machine/run-lock.ts";
import { withoutServiceStarts } from "../../machine/service-policy.ts";
import { systemMessage } from "../../machine/system-error.ts";
import type { Environment } from "../../modules/environment.ts";
import { apply, withinTimeout } from "../../nostrings.ts";
import { exitCodeOf } from "../../report/exit-code.ts";
import { issueDetail } from "../../report/issue-text.ts";
import { REDACTED } from "../../report/redactor.ts";
import { summaryData } from "../../report/summary-data.ts";
import { summaryText } from "../../report/summary-text.ts";
import { writeCatalogSummary } from "../../report/write-catalog-summary.ts";
import { writeGraphs } from "../../report/write-graphs.ts";
import { writeReport } from "../../report/write-report.ts";
import type { Settings } from "../../settings/settings.ts";
import { readRegularText } from "../../source/read-file.ts";
import type { Deferred } from "../../values/deferred.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Invocation } from "../command.ts";
import { type CommandLog, commandLog } from "../command-log.ts";
import { machineFacts } from "../facts/machine-facts.ts";
import { ProgressLine } from "../progress-line.ts";
import { redactedError } from "../redacted-error.ts";
import { settingsOf } from "../settings.ts";
import { openEnvironment } from "../site.ts";
import { VERSION } from "../version.ts";
import { CheckTimesFile } from "./check-times.ts";
import { compileSite, timeoutOf } from "./compile-site.ts";
import { RunHooks, splay, useSearchPath } from "./hooks.ts";
import { tellDeferredStarts } from "./image-services.ts";
import { resourceHost } from "./resource-host.ts";

/** What is to be applied, and what applying it needs to know. */
interface Applicable {
  readonly catalog: Catalog;
  readonly environment: Environment;
  readonly facts: Hash;
  readonly resolve?: (deferred: Deferred) => Value;
}

/** One run of `apply`: compile or read a catalog, take the lock, make the machine match it, report. */
export class ApplyRun {
  readonly #invocation: Invocation;
  readonly #settings: Settings;
  readonly #progress: ProgressLine;
  readonly #log: CommandLog;
  readonly #machine = new LinuxMachine();
  readonly #interruption: Interruption;

  constructor(invocation: Invocation) {
    this.#invocation = invocation;
    this.#interruption = invocation.interruption ?? new Interruption();
    this.#settings = settingsOf(invocation.options);
    useSearchPath(this.#settings);
    this.#progress = new ProgressLine(invocation.terminal);
    this.#log = commandLog(invocation, this.#settings, this.#progress.terminal);
  }

  /** Gives the exit code. */
  async run(): Promise<number> {
    try {
      await this.#splayed();
      const applicable = this.#interruption.busily(() => this.#applicable());
      const hooks = new RunHooks(this.#settings, this.#machine, this.#log.log);
      return await hooks.around(() => this.#applied(applicable));
    } catch (error) {
      if (!(error instanceof Failure)) throw redactedError(error, this.#log.redactor);
      if (error.issue.code !== INTERRUPTED) this.#tell(error);
      else await this.#tellInterrupted();
      return 1;
    }
  }

  async #splayed(): Promise<void> {
    const { asked } = this.#interruption;
    const ended = new Promise<void>((end) => asked.addEventListener("abort", () => end(), { once: true }));
    await Promise.race([splay(this.#settings, this.#log.log), ended]);
    this.#interruption.goOn();
  }

  /** Where in the code the signal came is of no interest. */
  async #tellInterrupted(): Promise<void> {
    this.#log.log({ level: "err", message: `Caught ${this.#interruption.caught}; nothing was applied` });
    await this.reportInterruption();
  }

  /** Leave a report of a run that a signal ended before anything was applied. */
  async reportInterruption(): Promise<void> {
    const name = this.#settings.get("certname") ?? hostname();
    const environment = this.#settings.text("environment");
    await this.#report({
      catalog: { name, version: "", environment },
      startedAt: new Date(),
      seconds: 0,
      noop: this.#settings.isOn("noop"),
      outcomes: [],
      completed: false,
      interrupted: true,
      failedToGenerate: false,
    });
  }

  #applicable(): Applicable {
    const file = this.#invocation.options.value("catalog");
    return file === undefined ? this.#compiled() : this.#read(file);
  }

  #compiled(): Applicable {
    const started = performance.now();
    const { catalog, compilation, site, facts } = compileSite(this.#invocation, this.#settings, this.#log);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    const { name, environment } = catalog;
    this.#notice(`Compiled catalog for ${name} in environment ${environment} in ${seconds} seconds`);
    const timeout = timeoutOf(this.#invocation.options);
    const resolve = (deferred: Deferred) =>
      withinTimeout({ timeout }, () => resolveDeferred(deferred, { compilation, place: {} }));
    return { catalog: withoutVirtual(catalog), environment: site.environment, facts, resolve };
  }

  #read(file: string): Applicable {
    const environment = openEnvironment(undefined, this.#settings);
    const text = file === "-" ? readFileSync(0, "utf8") : readRegularText(file);
    refuseRedacted(text);
    const warn = (message: string) => this.#log.log({ level: "warning", message: `Facter: ${message}` });
    const { facts } = machineFacts(this.#invocation.options, this.#settings, environment, warn);
    return { catalog: readCatalog(text, new ResourceTypes(environment)), environment, facts };
  }

  async #applied({ catalog, environment, facts, resolve }: Applicable): Promise<number> {
    this.#log.log({ level: "info", message: `Using environment '${catalog.environment}'` });
    const lock = this.#lock(catalog);
    const checkTimes = new CheckTimesFile(join(this.#settings.text("statedir"), "schedules.json"));
    const interruption = this.#interruption;
    interruption.onCaught((name) => this.#tellSignal(name));
    try {
      await interruption.pause();
      interruption.goOn();
      const report = await this.#quietly(() =>
        apply(catalog, {
          machine: this.#machine,
          host: resourceHost(facts, this.#machine, this.#isImage),
          log: this.#log.log,
          redactor: this.#log.redactor,
          noop: this.#settings.isOn("noop"),
          tags: this.#settings.words("tags"),
          skipTags: this.#settings.words("skip_tags"),
          checkTimes,
          ignoreSchedules: this.#settings.isOn("ignoreschedules"),
          showDiff: this.#settings.isOn("show_diff") || this.#isTest,
          modulePath: (module) => environment.module(module)?.path,
          resolve,
          progress: (...turn) => this.#progress.show(...turn),
          evalTrace: this.#settings.isOn("evaltrace"),
          prepared: (graph) => this.#drawn(catalog, graph),
          signal: interruption.asked,
          cut: interruption.cut,
          pause: () => interruption.pause(),
          goOn: () => {
            if (interruption.caught !== undefined) throw new Error(`Caught ${interruption.caught}`);
          },
        }),
      );
      if (this.#isImage) tellDeferredStarts(catalog, this.#log.log);
      this.#notice(lastWords(report));
      if (!report.noop)
        await this.#trying("Could not save when resources were looked at", () =>
          checkTimes.save(this.#machine, this.#log.redactor),
        );
      await this.#written(report, catalog);
      return this.#exitCode(report);
    } finally {
      this.#progress.clear();
      lock?.release();
    }
  }

  /** A dry run needs no lock, unless the catalog says of something that it is to be done all the same. */
  #lock({ resources }: Catalog): RunLock | undefined {
    const changes =
      !this.#settings.isOn("noop") || resources.some((one) => one.parameters.get("noop") === false);
    if (changes) for (const name of ["vardir", "statedir"]) refuseForeign(this.#settings.text(name));
    return changes ? takeRunLock(join(this.#settings.text("rundir"), "apply.lock")) : undefined;
  }

  /** A dry run leaves no trace, not even a report, unless it is told where to. */
  async #written(report: ApplyReport, catalog: Catalog): Promise<void> {
    const { redactor } = this.#log;
    if (this.#settings.isOn("summarize"))
      this.#invocation.terminal.out(redactor.redact(summaryText(summaryData(report, VERSION))));
    if (!(await this.#report(report))) return;
    if (!this.#settings.isOn("write_catalog_summary") && !this.#isGiven("loadclasses")) return;
    const { classfile, resourcefile } = this.#files("classfile", "resourcefile");
    await this.#trying("Could not create class file", () =>
      writeCatalogSummary({ classes: classfile, resources: resourcefile }, catalog, {
        machine: this.#machine,
        redactor,
      }),
    );
  }

  /** Says whether reports are written. */
  async #report(report: ApplyReport): Promise<boolean> {
    if (report.noop && !this.#settings.isSet("lastrunreport")) return false;
    const { redactor, entries } = this.#log;
    const { lastrunreport, lastrunfile } = this.#files("lastrunreport", "lastrunfile");
    const onlyChanged = this.#settings.isOn("exclude_unchanged_resources");
    await this.#trying("Could not save last run local report", () =>
      writeReport(
        {
          report: this.#settings.isOn("report") ? lastrunreport : undefined,
          summary: lastrunfile,
          onlyChanged,
        },
        report,
        entries,
        VERSION,
        redactor,
        this.#machine,
      ),
    );
    return true;
  }

  #tellSignal(name: string): void {
    const { grace } = this.#interruption;
    this.#notice(
      `Caught ${name}: the resource in hand is finished, and no other is begun; a command may go on for ${grace} s (--grace). A second signal ends it at once`,
    );
  }

  async #drawn(catalog: Catalog, graph: RelationshipGraph<unknown>): Promise<void> {
    if (!this.#settings.isOn("graph")) return;
    await this.#trying("Could not write the graphs", async () => {
      const { drawings } = await import("../../graph/dot.ts");
      await writeGraphs(this.#settings.text("graphdir"), drawings(catalog, graph), {
        machine: this.#machine,
        redactor: this.#log.redactor,
      });
    });
  }

  #files<const N extends string>(...names: N[]): Record<N, string> {
    return Object.fromEntries(names.map((name) => [name, this.#settings.text(name)])) as Record<N, string>;
  }

  /** The machine is as it is by now: that nothing can be written about it is told, and does not change the outcome. */
  async #trying(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.log({ level: "err", message: `${what}: ${systemMessage(error)}` });
    }
  }

  #exitCode(report: ApplyReport): number {
    const detailed = this.#isTest || this.#isGiven("detailed_exitcodes");
    return exitCodeOf(report, { detailed, asPuppet: this.#invocation.asPuppet });
  }

  #quietly<T>(work: () => Promise<T>): Promise<T> {
    return this.#isImage && !this.#settings.isOn("noop") ? withoutServiceStarts(work) : work();
  }

  get #isImage(): boolean {
    return this.#isGiven("image");
  }

  get #isTest(): boolean {
    return this.#isGiven("test");
  }

  #isGiven(name: string): boolean {
    return this.#invocation.options.switch(name) === true;
  }

  #notice(message: string): void {
    this.#log.log({ level: "notice", message });
  }

  #tell({ issue }: Failure): void {
    const detail = this.#invocation.asPuppet ? [] : issueDetail(issue);
    this.#log.log({ level: "err", message: puppetText(issue), detail });
  }
}

function lastWords({ interrupted, seconds }: ApplyReport): string {
  const time = `${seconds.toFixed(2)} seconds`;
  return interrupted
    ? `Ended by a signal after ${time}; the catalog is not applied as a whole`
    : `Applied catalog in ${time}`;
}

/** `compile` prints catalogs for people: what stands there for a secret must not be written to the machine. */
function refuseRedacted(catalog: string): void {
  if (!catalog.includes(REDACTED)) return;
  fail(
    "REDACTED_CATALOG",
    `The catalog has ${REDACTED} in place of secrets: it was printed for looking at, and cannot be applied`,
    "Apply the site itself",
  );
}
