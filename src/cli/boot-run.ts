import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { download } from "../boot/download.ts";
import { type Instance, instanceOf } from "../boot/instance.ts";
import { BootJournal, MOST_ATTEMPTS } from "../boot/journal.ts";
import { refuseKeyFromUserData } from "../boot/key-in-user-data.ts";
import { keepVariable } from "../boot/own-variables.ts";
import { REAL_PACE } from "../boot/pace.ts";
import { privateKey } from "../boot/private-key.ts";
import type { BootStatus } from "../boot/status.ts";
import { StatusKeeper } from "../boot/status-file.ts";
import { fileDigest, treeDigest } from "../boot/tree-digest.ts";
import { clock } from "../boot/waits/clock.ts";
import { nameOf } from "../boot/waits/name.ts";
import { network } from "../boot/waits/network.ts";
import { packageLocks } from "../boot/waits/package-locks.ts";
import { surelyPast } from "../boot/waits/past.ts";
import { type Wait, waited } from "../boot/waits/wait.ts";
import { Failure, fail } from "../diagnostics/failure.ts";
import type { LogLevel } from "../diagnostics/log.ts";
import { puppetText } from "../diagnostics/puppet-text.ts";
import { journalFields } from "../machine/journal-fields.ts";
import { LinuxMachine } from "../machine/linux.ts";
import { takeRunLock } from "../machine/run-lock.ts";
import { issueDetail } from "../report/issue-text.ts";
import { bootApply, type Convergence } from "./boot-apply.ts";
import { type BootRequest, isAddress, isOwn } from "./boot-options.ts";
import { BootVoice, isJournal } from "./boot-voice.ts";
import { withBundle } from "./bundle-target.ts";
import type { Invocation } from "./command.ts";
import { Settings } from "./settings.ts";
import { VERSION } from "./version.ts";

const USER_DATA = "/var/lib/cloud/instance/user-data.txt";

/** A bundle that is on this machine. */
interface Fetched {
  readonly path: string;
  readonly digest: string;
}

/** One `boot`: wait, fetch, verify, apply; once per instance and bundle. Whatever happens, the status tells of it. */
export class BootRun {
  readonly #invocation: Invocation;
  readonly #request: BootRequest;
  readonly #settings: Settings;
  readonly #voice: BootVoice;
  readonly #machine = new LinuxMachine();
  readonly #directory: string;
  readonly #journal: BootJournal;
  readonly #keeper: StatusKeeper;
  readonly #started = REAL_PACE.now();
  readonly #trouble: string[] = [];
  #instance: Instance = { id: "", from: "" };

  constructor(invocation: Invocation, request: BootRequest) {
    this.#request = request;
    this.#invocation = invocation;
    this.#settings = new Settings(request.options);
    const console = this.#request.console ? "/dev/console" : undefined;
    this.#voice = new BootVoice(invocation.terminal, { console, journal: isJournal(1) });
    this.#directory = join(this.#settings.text("vardir"), "boot");
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
    this.#journal = new BootJournal(this.#directory);
    this.#keeper = new StatusKeeper(this.#settings.text("rundir"), this.#directory);
  }

  /** Gives the exit code. */
  async run(): Promise<number> {
    const lock = takeRunLock(join(this.#settings.text("rundir"), "boot.lock"));
    try {
      return await this.#booted();
    } catch (error) {
      return this.#failed(error);
    } finally {
      lock.release();
    }
  }

  async #booted(): Promise<number> {
    const { bundle } = this.#request;
    this.#instance = instanceOf();
    this.#keeper.update({
      instance: this.#instance.id,
      bundle: { source: bundle.shown, sha256: bundle.sha256 },
    });
    this.#phase("start", `Instance ${this.#instance.id}, bundle ${bundle.shown}`);
    if (bundle.sha256 !== undefined && this.#isDone(bundle.sha256)) return this.#nothingToDo();
    await this.#key();
    const fetched = await this.#fetched();
    if (fetched === undefined) return this.#nothingToDo();
    this.#keeper.update({ bundle: { source: bundle.shown, sha256: fetched.digest } });
    if (this.#isDone(fetched.digest)) return this.#nothingToDo();
    this.#phase("verify", `Opening the bundle with SHA-256 ${fetched.digest}`);
    return this.#opened(fetched);
  }

  /** Verify and unpack, and apply what is in it. What is wrong with a bundle has been told when there is no end yet. */
  async #opened({ path, digest }: Fetched): Promise<number> {
    const { inside } = this.#request.bundle;
    const positionals = [inside === undefined ? path : `${path}//${inside}`];
    const { options } = this.#request;
    const terminal = this.#voice.terminal;
    const code = await withBundle(
      { ...this.#invocation, options, positionals, terminal },
      async (invocation) => {
        this.#begin(digest);
        await this.#waitForLocks();
        return this.#applied(invocation);
      },
    );
    if (this.#keeper.status.status !== "running") return code;
    return this.#end("failed", code, this.#voice.said.errors.at(-1) ?? "The bundle could not be opened");
  }

  #isDone(digest: string): boolean {
    return !this.#request.force && this.#journal.isDone(this.#instance.id, digest);
  }

  #nothingToDo(): number {
    const { endedAt: when = "before", attempts: attempt } = this.#journal.last ?? {};
    this.#keeper.update({ attempt });
    return this.#end(
      this.#trouble.length > 0 ? "degraded" : "done",
      0,
      `Nothing to do: configured on ${when}`,
    );
  }

  /** The key stays in this process: a site's hiera.yaml finds it as `env:NOSTRINGS_PRIVATE_KEY`. */
  async #key(): Promise<void> {
    const { privateKey: where, keyFromUserData } = this.#request;
    if (where === undefined) return;
    this.#phase("key", `Getting the private key from ${where}`);
    const key = await privateKey(where, { machine: this.#machine, env: process.env });
    if (!keyFromUserData)
      refuseKeyFromUserData(key, existsSync(USER_DATA) ? readFileSync(USER_DATA) : undefined);
    keepVariable("NOSTRINGS_PRIVATE_KEY", key.text);
  }

  /** The bundle on this machine; undefined: it cannot be had, and this instance has been configured from there before. */
  async #fetched(): Promise<Fetched | undefined> {
    const { bundle } = this.#request;
    if (bundle.kind === "file") return this.#found(bundle.address);
    try {
      return await this.#downloaded();
    } catch (error) {
      const configured = this.#journal.wasDoneFrom(this.#instance.id, bundle.shown) && !this.#request.force;
      if (!(error instanceof Failure) || !configured || error.issue.code !== "BUNDLE_UNREACHABLE")
        throw error;
      this.#warn(`${error.message}; this instance stays as it was configured before`);
      return undefined;
    }
  }

  async #found(path: string): Promise<Fetched> {
    this.#phase("fetch", `Reading ${path}`);
    if (!existsSync(path)) fail("BUNDLE_MISSING", `There is no bundle ${path}`);
    const digest = await (statSync(path).isDirectory() ? treeDigest(path) : fileDigest(path));
    const wanted = this.#request.bundle.sha256;
    if (wanted !== undefined && wanted !== digest) {
      fail(
        "BUNDLE_DIGEST_WRONG",
        `${path} is not what was announced: its SHA-256 is ${digest}, wanted is ${wanted}`,
      );
    }
    return { path, digest };
  }

  async #downloaded(): Promise<Fetched> {
    const { bundle, maxBytes } = this.#request;
    const kept = join(this.#directory, "bundles");
    const path = join(kept, `${bundle.sha256 ?? "latest"}.nsb`);
    if (bundle.sha256 !== undefined && existsSync(path) && (await fileDigest(path)) === bundle.sha256) {
      return { path, digest: bundle.sha256 };
    }
    await this.#waitForServer(new URL(bundle.address).hostname);
    this.#phase("fetch", `Fetching ${bundle.shown}`);
    const say = (message: string) => this.#say("warning", message);
    const options = { pace: REAL_PACE, deadline: this.#deadline, limit: maxBytes, say };
    const digest = await download(bundle, path, options);
    for (const name of readdirSync(kept)) if (join(kept, name) !== path) rmSync(join(kept, name));
    return { path, digest };
  }

  async #waitForServer(host: string): Promise<void> {
    if (!isOwn(host)) {
      await this.#waitFor("network", network());
      if (!isAddress(host)) await this.#waitFor("name", nameOf(host));
    }
    await this.#waitFor("clock", clock(surelyPast()));
  }

  get #deadline(): number {
    return this.#started + this.#request.deadline;
  }

  async #waitFor(phase: string, wait: Wait): Promise<void> {
    this.#keeper.update({ phase, detail: `Waiting for ${wait.what}` });
    const say = (message: string) => this.#say("notice", message);
    const why = await waited(wait, { ...REAL_PACE, deadline: this.#deadline, say });
    if (why !== undefined) fail("BOOT_DEADLINE", `Waited too long for ${wait.what}: ${why}`);
  }

  /** Package managers at work are no reason to give up: apt waits for them by itself, and may still succeed. */
  async #waitForLocks(): Promise<void> {
    const wait = packageLocks();
    this.#keeper.update({ phase: "locks", detail: `Waiting for ${wait.what}` });
    const say = (message: string) => this.#say("notice", message);
    const deadline = REAL_PACE.now() + this.#request.lockDeadline;
    const why = await waited(wait, { ...REAL_PACE, deadline, say });
    if (why !== undefined) this.#warn(`Waited too long for ${wait.what}, going on: ${why}`);
  }

  #begin(digest: string): void {
    const attempt = this.#journal.begin(this.#instance.id, digest, this.#request.bundle.shown);
    this.#keeper.update({ attempt });
    if (attempt === 1) return;
    if (attempt > MOST_ATTEMPTS) {
      fail(
        "BOOT_LOOP",
        `It was begun ${attempt - 1} times and never came to an end: something restarts this machine`,
      );
    }
    this.#say("notice", `Resuming: it was begun before and did not come to an end (attempt ${attempt})`);
  }

  async #applied(invocation: Invocation): Promise<number> {
    this.#phase("apply", "Applying");
    const convergence = await bootApply(invocation, this.#request.passes, (pass) => {
      this.#keeper.update({ passes: pass });
      if (pass > 1) this.#say("notice", `Applying once more, as there were changes (pass ${pass})`);
      this.#voice.forget();
    });
    return this.#concluded(convergence);
  }

  #concluded({ ended, code, passes }: Convergence): number {
    switch (ended) {
      case "interrupted":
        return this.#end("failed", 1, "Interrupted; the next boot resumes it");
      case "failed":
        this.#journal.end("failed");
        return this.#end(
          "failed",
          code,
          code === 1 ? "The site could not be applied" : "Some resources failed",
        );
      case "unsettled":
        this.#trouble.push(`Something still changes after ${passes} passes`);
    }
    this.#journal.end("done");
    const times = passes === 1 ? "once" : `${passes} times`;
    return this.#end(this.#trouble.length > 0 ? "degraded" : "done", 0, `Applied ${times}`);
  }

  #failed(error: unknown): number {
    const message = error instanceof Failure ? puppetText(error.issue) : (error as Error).message;
    this.#say("err", message, error instanceof Failure ? issueDetail(error.issue) : []);
    if (this.#journal.last?.state === "started" && this.#keeper.status.attempt !== undefined)
      this.#journal.end("failed");
    return this.#end("failed", 1, message);
  }

  #end(status: "done" | "failed" | "degraded", code: number, detail: string): number {
    const exitCode = status === "degraded" ? 2 : code;
    const { errors } = this.#voice.said;
    const warnings = [...this.#trouble];
    this.#keeper.end({ status, exitCode, detail, errors, warnings });
    const seconds = ((REAL_PACE.now() - this.#started) / 1000).toFixed(1);
    this.#say(
      status === "done" ? "notice" : status === "failed" ? "err" : "warning",
      `Boot ${status}: ${detail} (${seconds} s, exit code ${exitCode})`,
    );
    this.#toJournal(this.#keeper.status);
    return exitCode;
  }

  #phase(phase: string, detail: string): void {
    this.#keeper.update({ phase, detail });
    this.#say("notice", detail);
  }

  #warn(message: string): void {
    this.#trouble.push(message);
    this.#say("warning", message);
  }

  #say(level: LogLevel, message: string, detail: readonly string[] = []): void {
    this.#voice.say(level, message, detail);
  }

  #toJournal({ status, phase, detail, instance, bundle }: BootStatus): void {
    journalFields(
      status === "done" ? "notice" : status === "failed" ? "err" : "warning",
      `Boot ${status}: ${detail}`,
      {
        NOSTRINGS_VERSION: VERSION,
        NOSTRINGS_STATUS: status,
        NOSTRINGS_PHASE: phase,
        NOSTRINGS_INSTANCE: instance ?? "",
        NOSTRINGS_BUNDLE: bundle?.source ?? "",
        NOSTRINGS_SHA256: bundle?.sha256 ?? "",
      },
    );
  }
}
