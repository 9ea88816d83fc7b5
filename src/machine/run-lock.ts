import { closeSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure, fail } from "../diagnostics/failure.ts";
import { besides, newFile } from "./new-file.ts";
import { ownFolder } from "./own-folder.ts";
import { processStart } from "./process-start.ts";
import { naming } from "./system-error.ts";

/** A run that holds the lock, as its file says. */
interface Holder {
  readonly pid: number;
  /** The process's start in clock ticks since boot, which tells it from a later process with the same number. */
  readonly started: string;
  readonly command: string;
  readonly since: string;
}

/** The right to change this machine; one run at a time has it. */
export interface RunLock {
  release(): void;
}

/**
 * Take the lock at `path`, or fail with who holds it. The file appears whole (it is linked into place), and a lock
 * whose holder is gone is taken over.
 */
export function takeRunLock(path: string): RunLock {
  ownFolder(dirname(path));
  const own = besides(path);
  const descriptor = newFile(own, 0o644);
  try {
    naming(path, () => writeFileSync(descriptor, JSON.stringify(thisProcess())));
    closeSync(descriptor);
    while (!linked(own, path)) refuseOrClear(path);
  } finally {
    rmSync(own, { force: true });
  }
  return { release: () => rmSync(path, { force: true }) };
}

function thisProcess(): Holder {
  const command = process.argv.slice(1).join(" ");
  return {
    pid: process.pid,
    started: processStart(process.pid) ?? "",
    command,
    since: new Date().toISOString(),
  };
}

function linked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Fail when the holder lives; otherwise put its lock aside, so that of two who notice only one removes it. */
function refuseOrClear(path: string): void {
  refuseIfHeld(path, path);
  const aside = besides(`${path}.stale`);
  try {
    renameSync(path, aside);
    refuseIfHeld(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error instanceof Failure) renameSync(aside, path);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** The lock may have changed hands since it was found stale: then it is put back. */
function refuseIfHeld(file: string, path: string): void {
  const holder = readHolder(file);
  if (!holder || processStart(holder.pid) !== holder.started) return;
  fail(
    "RUN_IN_PROGRESS",
    `Run of nostrings already in progress; skipping (${path} exists, held by process ${holder.pid} since ${holder.since}: ${holder.command})`,
    "Wait for that run to end, or stop it; the lock goes with its process.",
  );
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}
