import type { ApplyReport } from "../../apply/outcome.ts";
import { Failure } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import { INTERRUPTED, Interruption } from "../../machine/interruption.ts";
import { LinuxMachine } from "../../machine/linux.ts";
import { run } from "../../nostrings.ts";
import { exitCodeOf } from "../../report/exit-code.ts";
import { issueDetail } from "../../report/issue-text.ts";
import { useSearchPath } from "../../run/hooks.ts";
import type { RunRequest } from "../../run/request.ts";
import { reportInterruption } from "../../run/results.ts";
import type { Invocation } from "../command.ts";
import { commandLog } from "../command-log.ts";
import { ProgressLine } from "../progress-line.ts";
import { redactedError } from "../redacted-error.ts";
import { settingsOf } from "../settings.ts";
import { compileRequest, namedSite } from "./request.ts";

/** One run of `apply` at a terminal: what the command line asks for, a line that says how far it is, the exit code. */
export class ApplyRun {
  readonly #invocation: Invocation;
  readonly #progress: ProgressLine;
  readonly #request: RunRequest;

  constructor(invocation: Invocation) {
    this.#invocation = invocation;
    this.#progress = new ProgressLine(invocation.terminal);
    this.#request = this.#withoutSite();
  }

  /** Gives the exit code. */
  async run(): Promise<number> {
    const { log } = this.#request;
    try {
      const report = await run({ ...this.#request, ...namedSite(this.#invocation) });
      return report === undefined ? 1 : this.#exitCode(report);
    } catch (error) {
      if (!(error instanceof Failure)) throw redactedError(error, log.redactor);
      if (error.issue.code !== INTERRUPTED) this.#tell(error);
      else await this.#tellInterrupted();
      return 1;
    } finally {
      this.#progress.clear();
    }
  }

  /** Leave a report of a run that a signal ended before anything was applied. */
  async reportInterruption(): Promise<void> {
    await reportInterruption(this.#request, new LinuxMachine());
  }

  /** All but what is compiled, which may have to be read from standard input. */
  #withoutSite(): RunRequest {
    const { options, terminal } = this.#invocation;
    const settings = settingsOf(options);
    useSearchPath(settings);
    const log = commandLog(this.#invocation, settings, this.#progress.terminal);
    return {
      ...compileRequest(options, settings, log),
      interruption: this.#invocation.interruption ?? new Interruption(),
      catalog: options.value("catalog"),
      image: this.#isGiven("image"),
      showDiff: this.#isGiven("test"),
      listCatalog: this.#isGiven("loadclasses"),
      progress: (...turn) => this.#progress.show(...turn),
      print: terminal.out,
    };
  }

  #exitCode(report: ApplyReport): number {
    const detailed = this.#isGiven("test") || this.#isGiven("detailed_exitcodes");
    return exitCodeOf(report, { detailed, asPuppet: this.#invocation.asPuppet });
  }

  #isGiven(name: string): boolean {
    return this.#invocation.options.switch(name) === true;
  }

  /** Where in the code the signal came is of no interest. */
  async #tellInterrupted(): Promise<void> {
    const { interruption, log } = this.#request;
    log.log({ level: "err", message: `Caught ${interruption.caught}; nothing was applied` });
    await this.reportInterruption();
  }

  #tell({ issue }: Failure): void {
    const detail = this.#invocation.asPuppet ? [] : issueDetail(issue);
    this.#request.log.log({ level: "err", message: puppetText(issue), detail });
  }
}
