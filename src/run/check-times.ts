import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CheckTimes } from "../apply/options.ts";
import type { Machine } from "../machine/machine.ts";
import { putFile } from "../report/put-file.ts";
import type { Redactor } from "../report/redactor.ts";

const OWNER_ONLY = 0o640;

/**
 * When resources with a schedule were looked at last: a file that is read when first asked for, and kept from run to run. A
 * reference that holds a secret is kept as its SHA-256.
 */
export class CheckTimesFile implements CheckTimes {
  readonly #path: string;
  #times: Map<string, number> | undefined;
  #changed = false;

  constructor(path: string) {
    this.#path = path;
  }

  get(reference: string): number | undefined {
    return this.#all().get(reference) ?? this.#all().get(digestOf(reference));
  }

  set(reference: string, milliseconds: number): void {
    this.#all().set(reference, milliseconds);
    this.#changed = true;
  }

  /** Write the file, if this run has looked at a resource with a schedule. */
  async save(machine: Machine, redactor: Redactor): Promise<void> {
    if (!this.#changed) return;
    const kept = (reference: string) =>
      redactor.redact(reference) === reference ? reference : digestOf(reference);
    const times = [...this.#all()].map(([reference, time]) => [kept(reference), time]);
    const text = `${JSON.stringify(Object.fromEntries(times))}\n`;
    await putFile(this.#path, text, OWNER_ONLY, { machine, redactor });
  }

  #all(): Map<string, number> {
    this.#times ??= new Map(Object.entries(this.#read()));
    return this.#times;
  }

  /** A file that is not there or spoilt means that nothing was looked at yet. */
  #read(): Record<string, number> {
    try {
      return JSON.parse(readFileSync(this.#path, "utf8")) ?? {};
    } catch {
      return {};
    }
  }
}

function digestOf(reference: string): string {
  return `{sha256}${hash("sha256", reference, "hex")}`;
}
