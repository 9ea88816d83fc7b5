import type { LogLevel } from "../diagnostics/log.ts";
import { journalFields } from "../machine/journal-fields.ts";
import { VERSION } from "../report/version.ts";
import type { BootLog } from "./boot-log.ts";
import { REAL_PACE } from "./pace.ts";
import type { BootStatus } from "./status.ts";
import type { StatusKeeper } from "./status-file.ts";
import { type Wait, waited } from "./waits/wait.ts";

/** How a boot ends. */
export type BootEnd = "done" | "failed" | "degraded";

const LEVELS: Readonly<Record<BootEnd, LogLevel>> = { done: "notice", degraded: "warning", failed: "err" };

/** Tells everybody how far a boot has come: terminal, console, journal and status file. */
export class BootProgress {
  readonly log: BootLog;
  readonly #keeper: StatusKeeper;
  readonly #started = REAL_PACE.now();
  readonly #trouble: string[] = [];

  constructor(log: BootLog, keeper: StatusKeeper) {
    this.log = log;
    this.#keeper = keeper;
  }

  get status(): BootStatus {
    return this.#keeper.status;
  }

  /** The moment on the machine's own clock that lies so many milliseconds after the beginning. */
  after(milliseconds: number): number {
    return this.#started + milliseconds;
  }

  note(change: Partial<BootStatus>): void {
    this.#keeper.update(change);
  }

  say(level: LogLevel, message: string, detail: readonly string[] = []): void {
    this.log.say(level, message, detail);
  }

  phase(phase: string, detail: string): void {
    this.note({ phase, detail });
    this.say("notice", detail);
  }

  /** Say what went wrong and does not keep the machine from being configured. */
  warn(message: string): void {
    this.#trouble.push(message);
    this.say("warning", message);
  }

  /** Wait, and tell of it; gives why it is not there when the deadline has passed. */
  waitFor(phase: string, wait: Wait, deadline: number, end?: AbortSignal): Promise<string | undefined> {
    this.note({ phase, detail: `Waiting for ${wait.what}` });
    return waited(wait, { ...REAL_PACE, deadline, end, say: (message) => this.say("notice", message) });
  }

  /** The last word; gives the exit code. What is done with trouble is degraded. */
  end(status: "done" | "failed", code: number, detail: string): number {
    const { errors } = this.log.said;
    const outcome: BootEnd = status === "done" && this.#trouble.length > 0 ? "degraded" : status;
    const exitCode = outcome === "degraded" ? 2 : code;
    const seconds = ((REAL_PACE.now() - this.#started) / 1000).toFixed(1);
    this.say(LEVELS[outcome], `Boot ${outcome}: ${detail} (${seconds} s, exit code ${exitCode})`);
    this.#keeper.end({ status: outcome, exitCode, detail, errors, warnings: [...this.#trouble] });
    this.#toJournal(outcome);
    return exitCode;
  }

  #toJournal(outcome: BootEnd): void {
    const { phase, detail, instance = "", bundle } = this.status;
    journalFields(LEVELS[outcome], `Boot ${outcome}: ${detail}`, {
      NOSTRINGS_VERSION: VERSION,
      NOSTRINGS_STATUS: outcome,
      NOSTRINGS_PHASE: phase,
      NOSTRINGS_INSTANCE: instance,
      NOSTRINGS_BUNDLE: bundle?.source ?? "",
      NOSTRINGS_SHA256: bundle?.sha256 ?? "",
    });
  }
}
