import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { naming } from "../machine/system-error.ts";

/** Put a state file in place whole and on the disk: a power cut leaves the old one or the new one. */
export function writeState(path: string, state: object): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  const descriptor = openSync(beside, "w", 0o644);
  try {
    naming(path, () => {
      writeSync(descriptor, `${JSON.stringify(state, undefined, 2)}\n`);
      fsyncSync(descriptor);
    });
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, path);
  syncDirectory(dirname(path));
}

/** What a state file says; undefined when there is none, or none that can be read. */
export function readState(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** A rename is on the disk once its directory is. */
function syncDirectory(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
