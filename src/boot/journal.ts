import { join } from "node:path";
import { readState, writeState } from "./write-state.ts";

/** What became of configuring one instance with one bundle. */
export interface JournalEntry {
  readonly instance: string;
  /** The SHA-256 of the bundle. */
  readonly digest: string;
  /** Where the bundle was from, fit to be shown. */
  readonly source: string;
  /** `started` is what a reboot or a power cut in the middle leaves. */
  readonly state: "started" | "done" | "failed";
  /** How often it was started since it last came to an end. */
  readonly attempts: number;
  readonly startedAt: string;
  readonly endedAt?: string | undefined;
}

/** Beginnings without an end, after which a machine that reboots itself over and over is let be. */
export const MOST_ATTEMPTS = 10;

/** The memory of `boot` that outlives a power cut: a file with what was last started and how it ended. */
export class BootJournal {
  readonly #file: string;
  #entry: JournalEntry | undefined;

  constructor(directory: string) {
    this.#file = join(directory, "journal.json");
    this.#entry = entryIn(readState(this.#file));
  }

  get last(): JournalEntry | undefined {
    return this.#entry;
  }

  /** Whether this instance has been configured with this bundle. */
  isDone(instance: string, digest: string): boolean {
    return this.#entry?.state === "done" && this.#is(instance, digest);
  }

  /** Whether this instance has been configured with what is at a place, whatever was there then. */
  wasDoneFrom(instance: string, source: string): boolean {
    const entry = this.#entry;
    return entry?.state === "done" && entry.instance === instance && entry.source === source;
  }

  /** Note that configuring begins; gives how often it has begun without an end, this time included. */
  begin(instance: string, digest: string, source: string): number {
    const resumed = this.#entry?.state === "started" && this.#is(instance, digest);
    const attempts = (resumed ? (this.#entry?.attempts ?? 0) : 0) + 1;
    const startedAt = new Date().toISOString();
    this.#write({ instance, digest, source, state: "started", attempts, startedAt });
    return attempts;
  }

  end(state: "done" | "failed"): void {
    if (this.#entry) this.#write({ ...this.#entry, state, endedAt: new Date().toISOString() });
  }

  #is(instance: string, digest: string): boolean {
    return this.#entry?.instance === instance && this.#entry.digest === digest;
  }

  #write(entry: JournalEntry): void {
    writeState(this.#file, entry);
    this.#entry = entry;
  }
}

/** A damaged journal is no journal: what it spoke of is done once more. */
function entryIn(state: unknown): JournalEntry | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  const entry = state as Partial<JournalEntry>;
  if (entry.instance === undefined || entry.digest === undefined || entry.state === undefined)
    return undefined;
  const { instance, digest, state: last, source = "", attempts = 0, startedAt = "", endedAt } = entry;
  return { instance, digest, state: last, source, attempts, startedAt, endedAt };
}
