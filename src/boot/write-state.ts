import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { besides, newFile } from "../machine/new-file.ts";
import { ownFolder } from "../machine/own-folder.ts";
import { naming } from "../machine/system-error.ts";

/** Put a state file in place whole and on the disk: a power cut leaves the old one or the new one. */
export function writeState(path: string, state: object): void {
  ownFolder(dirname(path));
  const beside = besides(path);
  const descriptor = newFile(beside, 0o644);
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
