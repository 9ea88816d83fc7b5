import { join } from "node:path";
import { processStart } from "../machine/process-start.ts";
import type { BootStatus } from "./status.ts";
import { writeState } from "./write-state.ts";

/** Where the status is while the machine runs, below the runtime directory. */
export function statusFile(rundir: string): string {
  return join(rundir, "status.json");
}

/** Keeps `status.json` up to date while `boot` works. */
export class StatusKeeper {
  readonly #file: string;
  readonly #kept: string;
  #status: BootStatus;

  /** The last status of each boot is kept in `directory`, which outlives a reboot. */
  constructor(rundir: string, directory: string) {
    this.#file = statusFile(rundir);
    this.#kept = join(directory, "result.json");
    this.#status = {
      status: "running",
      phase: "start",
      detail: "",
      startedAt: new Date().toISOString(),
      errors: [],
      warnings: [],
      process: { pid: process.pid, started: processStart(process.pid) ?? "" },
    };
  }

  get status(): BootStatus {
    return this.#status;
  }

  update(change: Partial<BootStatus>): void {
    this.#status = { ...this.#status, ...change };
    writeState(this.#file, this.#status);
  }

  end(change: Partial<BootStatus> & Pick<BootStatus, "status" | "exitCode">): void {
    this.update({ ...change, endedAt: new Date().toISOString() });
    writeState(this.#kept, this.#status);
  }
}
