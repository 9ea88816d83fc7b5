import { constants } from "node:os";
import { Failure } from "../diagnostics/failure.ts";
import { SignalThread } from "./signal-thread.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Milliseconds without a pause after which a thread listens, and until which it must be up. */
const [BUSY, SURELY_BUSY] = [20, 100];
/** Milliseconds after which work that never waits makes a pause, so that a signal is heard. */
const PAUSE_AFTER = 20;

/** The one that listens: signals are the whole process's. */
let listening: Interruption | undefined;

/** Hear signals during a command that the program waits for without doing anything else. */
export function listenDuringCommand(): void {
  listening?.listen();
}

/** Milliseconds that a timer can count. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The code of the failure that ends what a signal interrupts. */
export const INTERRUPTED = "INTERRUPTED";

/** Seconds that a command in hand may go on after a signal, unless `--grace` says otherwise. */
export const USUAL_GRACE = 30;

/**
 * SIGINT, SIGTERM and SIGHUP ask a run to end: nothing new is begun, and what is in hand has a time of grace to finish.
 * A second signal ends the grace.
 */
export class Interruption {
  readonly #grace: number;
  readonly #asked = new AbortController();
  readonly #cut = new AbortController();
  readonly #listeners = new Map<string, () => void>();
  #name: string | undefined;
  #heard = 0;
  #thread: SignalThread | undefined;
  #timer: NodeJS.Timeout | undefined;
  #told: ((name: string) => void) | undefined;
  #pausedAt = performance.now();
  #isBusy = false;
  #surely = false;

  /** Listen from now on; `grace` is in seconds. */
  constructor(grace: number = USUAL_GRACE) {
    this.#grace = grace;
    listening = this;
    for (const name of isBeingMade() ? [] : SIGNALS) {
      const listener = (): void => this.#hear(name, this.#heard + 1);
      this.#listeners.set(name, listener);
      process.on(name, listener);
    }
  }

  /** Aborted when the end is asked for. */
  get asked(): AbortSignal {
    return this.#asked.signal;
  }

  /** Aborted when the grace is over. */
  get cut(): AbortSignal {
    return this.#cut.signal;
  }

  /** Seconds of grace. */
  get grace(): number {
    return this.#grace;
  }

  /** The name of the first signal; undefined when there was none. Can be asked by work that never waits. */
  get caught(): string | undefined {
    this.#listenWhileBusy();
    const count = this.#thread?.count ?? 0;
    if (count > this.#heard) this.#hear(nameOf(this.#thread!.last), count);
    return this.#name;
  }

  /** Have the first signal told. */
  onCaught(told: (name: string) => void): void {
    this.#told = told;
  }

  /** Fail when a signal has asked for the end. */
  goOn(): void {
    if (this.caught !== undefined) this.refuse();
  }

  /** Fail because of the signal. */
  refuse(): never {
    throw this.#failure();
  }

  #failure(): Failure {
    const message = `Caught ${this.#name}; nothing was applied`;
    return new Failure({ code: INTERRUPTED, severity: "error", message });
  }

  /** Wait for something, or for a signal, which then fails. */
  async unlessAsked(wait: Promise<void>): Promise<void> {
    const ended = new Promise<void>((end) =>
      this.asked.addEventListener("abort", () => end(), { once: true }),
    );
    await Promise.race([wait, ended]);
    this.goOn();
  }

  /** Do something that never waits but for commands, which a signal asks to end as well. */
  busily<T>(work: () => T): T {
    this.#pausedAt = performance.now();
    this.#isBusy = true;
    try {
      return work();
    } finally {
      this.#isBusy = false;
      this.#thread?.endsChildren(false);
      this.#surely = false;
    }
  }

  /** Hear signals even while the program is busy. */
  listen(): void {
    if (isBeingMade()) return;
    this.#thread ??= new SignalThread(SIGNALS.map((name) => constants.signals[name]));
    if (this.#isBusy) this.#thread.endsChildren(true);
  }

  /** Let signals be heard, when it has been long enough since the last time. */
  async pause(): Promise<void> {
    if (performance.now() - this.#pausedAt < PAUSE_AFTER) return;
    await new Promise(setImmediate);
    this.#pausedAt = performance.now();
  }

  /** Listen no more. */
  end(): void {
    clearTimeout(this.#timer);
    if (listening === this) listening = undefined;
    for (const [name, listener] of this.#listeners) process.off(name, listener);
    this.#thread?.end();
    this.#thread = undefined;
  }

  #hear(name: string, count: number): void {
    // The thread and Node tell of the same signals.
    this.#heard = Math.max(this.#heard, count);
    if (this.#name !== undefined) {
      if (this.#heard > 1) this.#cut.abort();
      return;
    }
    this.#name = name;
    this.#told?.(name);
    this.#timer = setTimeout(() => this.#cut.abort(), Math.min(this.#grace * 1000, LONGEST_TIMER));
    this.#asked.abort(this.#failure());
  }

  #listenWhileBusy(): void {
    if (this.#surely) return;
    const busy = performance.now() - this.#pausedAt;
    if (busy < BUSY) return;
    this.listen();
    if (busy < SURELY_BUSY) return;
    this.#thread?.wait(1000);
    this.#surely = true;
  }
}

/** While the executable's memory is made there are neither threads nor handles of signals. */
function isBeingMade(): boolean {
  return typeof SharedArrayBuffer === "undefined";
}

function nameOf(number: number): string {
  return SIGNALS.find((name) => constants.signals[name] === number) ?? `signal ${number}`;
}
