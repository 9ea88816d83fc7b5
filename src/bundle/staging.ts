import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { ownFolder } from "../machine/own-folder.ts";

const PREFIX = "bundle-";

/**
 * Do something with a private directory below `rundir`, which is removed afterwards, also when the work fails. What a
 * killed process left behind is removed first.
 */
export async function withStaging<T>(rundir: string, work: (path: string) => Promise<T>): Promise<T> {
  ownFolder(rundir);
  sweep(rundir);
  const path = mkdtempSync(join(rundir, `${PREFIX}${process.pid}-`));
  try {
    return await work(path);
  } finally {
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
