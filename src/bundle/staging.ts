import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../diagnostics/failure.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const PREFIX = "bundle-";

/** A private directory for the time of some work. */
export interface Staging {
  readonly path: string;
  /** Fails when a signal has asked for the end. */
  goOn(): void;
}

/**
 * Do something with a private directory below `rundir`, which is removed afterwards: also when the work fails or SIGINT,
 * SIGTERM or SIGHUP arrive. What a killed process left behind is removed first.
 */
export async function withStaging<T>(rundir: string, work: (staging: Staging) => Promise<T>): Promise<T> {
  mkdirSync(rundir, { recursive: true });
  sweep(rundir);
  const path = mkdtempSync(join(rundir, `${PREFIX}${process.pid}-`));
  let caught: string | undefined;
  const stop = (name: string) => {
    caught ??= name;
  };
  for (const name of SIGNALS) process.on(name, stop);
  const goOn = () => {
    if (caught !== undefined) fail("BUNDLE_INTERRUPTED", `Caught ${caught}; nothing was applied`);
  };
  try {
    return await work({ path, goOn });
  } finally {
    for (const name of SIGNALS) process.off(name, stop);
    rmSync(path, { recursive: true, force: true });
  }
}

function sweep(rundir: string): void {
  for (const name of readdirSync(rundir)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(rundir, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
