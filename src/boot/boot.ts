import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, fail } from "../diagnostics/failure.ts";
import { puppetText } from "../diagnostics/puppet-text.ts";
import { INTERRUPTED, type Interruption } from "../machine/interruption.ts";
import { LinuxMachine } from "../machine/linux.ts";
import { ownFolder } from "../machine/own-folder.ts";
import { takeRunLock } from "../machine/run-lock.ts";
import { issueDetail } from "../report/issue-text.ts";
import type { Terminal } from "../report/terminal.ts";
import { keepVariable } from "../secrets/own-variables.ts";
import type { Settings } from "../settings/settings.ts";
import { BootLog, isJournal } from "./boot-log.ts";
import { type Convergence, converge } from "./converge.ts";
import { type Fetched, fetchBundle } from "./fetch.ts";
import { type Instance, instanceOf } from "./instance.ts";
import { BootJournal, MOST_ATTEMPTS } from "./journal.ts";
import { refuseKeyFromUserData } from "./key-in-user-data.ts";
import { REAL_PACE } from "./pace.ts";
import { privateKey } from "./private-key.ts";
import { BootProgress } from "./progress.ts";
import type { BootRequest } from "./request.ts";
import { StatusKeeper } from "./status-file.ts";
import { otherRun } from "./waits/other-run.ts";
import { packageLocks } from "./waits/package-locks.ts";

/** Milliseconds that a timer can count. */
const LONGEST_TIMER = 2 ** 31 - 1;
const USER_DATA = "/var/lib/cloud/instance/user-data.txt";

/** What a boot needs of the program around it. */
export interface BootTools {
  readonly terminal: Terminal;
  readonly interruption: Interruption;
  /**
   * Verify and unpack a bundle for the time of some work, which is handed what applies the site in it once and gives the
   * exit code of `apply --detailed-exitcodes`. Logs what is wrong with a bundle.
   */
  withSite(
    bundle: string,
    terminal: Terminal,
    work: (applyOnce: () => Promise<number>) => Promise<number>,
  ): Promise<number>;
  /** Leave a report of a run that a signal ended. */
  reportInterruption(): Promise<void>;
}

/**
 * One boot, in eight steps: instance, key, waits, fetch, verify, begin, apply, end; once per instance and bundle. The
 * status file says how it went in every case.
 */
export class Boot {
  readonly #request: BootRequest;
  readonly #tools: BootTools;
  readonly #settings: Settings;
  readonly #directory: string;
  readonly #journal: BootJournal;
  readonly #progress: BootProgress;
  #instance: Instance = { id: "", from: "" };
  readonly #interruption: Interruption;
  #begun = false;

  constructor(request: BootRequest, tools: BootTools) {
    this.#request = request;
    this.#tools = tools;
    this.#interruption = tools.interruption;
    this.#settings = request.settings;
    this.#directory = join(this.#settings.text("vardir"), "boot");
    ownFolder(this.#directory, 0o700);
    this.#journal = new BootJournal(this.#directory);
    const console = request.console ? "/dev/console" : undefined;
    const log = new BootLog(tools.terminal, { console, journal: isJournal(1) });
    this.#progress = new BootProgress(log, new StatusKeeper(this.#settings.text("rundir"), this.#directory));
  }

  /** Gives the exit code. */
  async run(): Promise<number> {
    const lock = takeRunLock(join(this.#settings.text("rundir"), "boot.lock"));
    try {
      return await this.#booted();
    } catch (error) {
      return await this.#failed(error);
    } finally {
      lock.release();
      this.#interruption.end();
    }
  }

  async #booted(): Promise<number> {
    const { shown: source, sha256 } = this.#request.bundle;
    this.#instance = instanceOf();
    this.#progress.note({ instance: this.#instance.id, bundle: { source, sha256 } });
    this.#progress.phase("start", `Instance ${this.#instance.id}, bundle ${source}`);
    if (sha256 !== undefined && this.#isDone(sha256)) return this.#nothingToDo();
    await this.#bounded((end) => this.#key(end));
    const fetched = await this.#fetched();
    if (fetched === undefined) return this.#nothingToDo();
    this.#progress.note({ bundle: { source, sha256: fetched.digest } });
    if (this.#isDone(fetched.digest)) return this.#nothingToDo();
    this.#progress.phase("verify", `Opening the bundle with SHA-256 ${fetched.digest}`);
    return this.#opened(fetched);
  }

  #isDone(digest: string): boolean {
    return !this.#request.force && this.#journal.isDone(this.#instance.id, digest);
  }

  #nothingToDo(): number {
    const { endedAt: when = "before", attempts: attempt } = this.#journal.last ?? {};
    this.#progress.note({ attempt });
    return this.#progress.end("done", 0, `Nothing to do: configured on ${when}`);
  }

  /** The key stays in this process: a site's hiera.yaml finds it as `env:NOSTRINGS_PRIVATE_KEY`. */
  async #key(end: AbortSignal): Promise<void> {
    const { privateKey: where, keyFromUserData } = this.#request;
    if (where === undefined) return;
    this.#progress.phase("key", `Getting the private key from ${where}`);
    const key = await privateKey(where, { machine: new LinuxMachine(), env: process.env, end });
    const userData = existsSync(USER_DATA) ? readFileSync(USER_DATA) : undefined;
    if (!keyFromUserData) refuseKeyFromUserData(key, userData);
    keepVariable("NOSTRINGS_PRIVATE_KEY", key.text);
  }

  /** The bundle on this machine; undefined: it cannot be had, and this instance has been configured from there before. */
  async #fetched(): Promise<Fetched | undefined> {
    try {
      const directory = join(this.#directory, "bundles");
      return await this.#bounded((end) => fetchBundle(this.#request, directory, this.#progress, end));
    } catch (error) {
      const { bundle, force } = this.#request;
      const configured = !force && this.#journal.wasDoneFrom(this.#instance.id, bundle.shown);
      if (!configured || !isUnreachable(error)) throw error;
      this.#progress.warn(`${error.message}; this instance stays as it was configured before`);
      return undefined;
    }
  }

  /** Do something that ends when the deadline has passed, or a signal asks for it. */
  async #bounded<T>(work: (end: AbortSignal) => Promise<T>): Promise<T> {
    const left = this.#progress.after(this.#request.deadline) - REAL_PACE.now();
    const end = new AbortController();
    const deadline = setTimeout(() => end.abort(this.#tooLate()), Math.min(Math.max(left, 0), LONGEST_TIMER));
    const interrupted = () => end.abort(this.#interrupted());
    const { asked } = this.#interruption;
    if (asked.aborted) interrupted();
    asked.addEventListener("abort", interrupted);
    try {
      return await Promise.race([rejected(end.signal), work(end.signal)]);
    } finally {
      clearTimeout(deadline);
      asked.removeEventListener("abort", interrupted);
    }
  }

  #tooLate(): Failure {
    const message = `Gave up after ${this.#request.deadline / 1000} s (--deadline): ${this.#progress.status.detail}`;
    return new Failure({ code: "BOOT_DEADLINE", severity: "error", message });
  }

  #interrupted(): Failure {
    const message = `Caught ${this.#interruption.caught}: ${this.#progress.status.detail}; nothing was applied`;
    return new Failure({ code: INTERRUPTED, severity: "error", message });
  }

  /** Verify and unpack, and apply what is in it. What is wrong with a bundle has been told when there is no end yet. */
  async #opened({ path, digest }: Fetched): Promise<number> {
    const { inside } = this.#request.bundle;
    const { log } = this.#progress;
    const place = inside === undefined ? path : `${path}//${inside}`;
    const code = await this.#tools.withSite(place, log.terminal, async (applyOnce) => {
      this.#begin(digest);
      await this.#waitForOthers();
      return this.#applied(applyOnce);
    });
    if (this.#progress.status.status !== "running") return code;
    if (this.#interruption.caught !== undefined) return this.#failed(this.#interrupted());
    return this.#progress.end("failed", code, log.said.errors.at(-1) ?? "The bundle could not be opened");
  }

  /** A dry run is not remembered. */
  #begin(digest: string): void {
    if (this.#settings.isOn("noop")) return;
    const attempt = this.#journal.begin(this.#instance.id, digest, this.#request.bundle.shown);
    this.#begun = true;
    this.#progress.note({ attempt });
    if (attempt === 1) return;
    if (attempt > MOST_ATTEMPTS) {
      fail(
        "BOOT_LOOP",
        `It was begun ${attempt - 1} times and never came to an end: something restarts this machine`,
      );
    }
    this.#progress.say(
      "notice",
      `Resuming: it was begun before and did not come to an end (attempt ${attempt})`,
    );
  }

  #remember(end: "done" | "failed"): void {
    if (this.#begun) this.#journal.end(end);
  }

  /** Others at work are no reason to give up: apt waits for them by itself, and may still succeed. */
  async #waitForOthers(): Promise<void> {
    const deadline = REAL_PACE.now() + this.#request.lockDeadline;
    for (const wait of [otherRun(join(this.#settings.text("rundir"), "apply.lock")), packageLocks()]) {
      const why = await this.#progress.waitFor("locks", wait, deadline, this.#interruption.asked);
      if (why !== undefined) this.#progress.warn(`Waited too long for ${wait.what}, going on: ${why}`);
    }
  }

  async #applied(applyOnce: () => Promise<number>): Promise<number> {
    this.#progress.phase("apply", "Applying");
    const pass = (number: number): Promise<number> => {
      this.#progress.note({ passes: number });
      if (number > 1)
        this.#progress.say("notice", `Applying once more, as there were changes (pass ${number})`);
      this.#progress.log.forget();
      return applyOnce();
    };
    return this.#concluded(await converge(pass, this.#request.passes, this.#interruption));
  }

  #concluded({ ended, code, passes }: Convergence): number {
    if (ended === "interrupted")
      return this.#progress.end("failed", 1, "Interrupted; the next boot resumes it");
    this.#remember(ended === "failed" ? "failed" : "done");
    if (ended === "failed") {
      return this.#progress.end(
        "failed",
        code,
        code === 1 ? "The site could not be applied" : "Some resources failed",
      );
    }
    if (ended === "unsettled") this.#progress.warn(`Something still changes after ${passes} passes`);
    return this.#progress.end("done", 0, `Applied ${passes === 1 ? "once" : `${passes} times`}`);
  }

  /** What a signal interrupts is resumed by the next boot. */
  async #failed(error: unknown): Promise<number> {
    const isInterrupted = error instanceof Failure && error.issue.code === INTERRUPTED;
    const message = error instanceof Failure ? puppetText(error.issue) : (error as Error).message;
    this.#progress.say("err", message, error instanceof Failure ? issueDetail(error.issue) : []);
    if (isInterrupted) await this.#tools.reportInterruption();
    else this.#remember("failed");
    return this.#progress.end("failed", 1, message);
  }
}

/** Fails with the signal's reason when it is aborted. */
function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

function isUnreachable(error: unknown): error is Failure {
  return error instanceof Failure && ["BUNDLE_UNREACHABLE", "BOOT_DEADLINE"].includes(error.issue.code);
}
