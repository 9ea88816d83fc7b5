import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { naming } from "../../machine/system-error.ts";

/** Put a text in place of a data file: whole or not at all, with the owner and mode the file had. */
export function replaceDataFile(path: string, text: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  const target = there ? realpathSync(path) : path;
  const beside = join(dirname(target), `.nostrings-${process.pid}-${Date.now()}`);
  try {
    const file = openSync(beside, "wx", there?.mode ?? 0o644);
    try {
      naming(path, () => {
        writeSync(file, text);
        fsyncSync(file);
      });
    } finally {
      closeSync(file);
    }
    if (there) keepOwner(beside, there);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function keepOwner(path: string, { uid, gid, mode }: { uid: number; gid: number; mode: number }): void {
  if (process.geteuid?.() === 0) chownSync(path, uid, gid);
  chmodSync(path, mode & 0o7777);
}
