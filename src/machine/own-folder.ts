import { chmodSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fail } from "../diagnostics/failure.ts";

const [GROUP_WRITES, OTHERS_WRITE] = [0o020, 0o002];

/**
 * A folder of the program's own: made with this mode, whatever the umask, with those above it that are missing (mode
 * 0755). One that is there must belong to this user or root, and nobody else may write to it: fails otherwise, as what lies
 * in such a folder can be replaced between being checked and being read.
 */
export function ownFolder(path: string, mode = 0o755): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) {
    make(path, mode);
    return;
  }
  if (!there.isDirectory()) fail("FOLDER_IS_NONE", `${path} is not a directory`);
  refuseForeign(path);
}

/** Fail when a folder belongs to another user than this one and root, or others may write to it; one that is missing is fine. */
export function refuseForeign(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() !== true) return;
  const uid = process.geteuid?.() ?? 0;
  // A group of one's own is usual among people, and root has none.
  const foreign = uid === 0 ? GROUP_WRITES | OTHERS_WRITE : OTHERS_WRITE;
  if ((there.uid === uid || there.uid === 0) && (there.mode & foreign) === 0) return;
  const bits = (there.mode & 0o7777).toString(8).padStart(4, "0");
  fail(
    "FOLDER_NOT_OWN",
    `The directory ${path} is not safe to use: it belongs to user ${there.uid} and has mode ${bits}, so others than user ${uid} can replace what is in it`,
    `chown ${uid} ${path} && chmod go-w ${path}; look at what is in it first.`,
  );
}

function make(path: string, mode: number): void {
  const parent = dirname(path);
  if (statSync(parent, { throwIfNoEntry: false }) === undefined) make(parent, 0o755);
  mkdirSync(path, { mode: 0o700 });
  chmodSync(path, mode);
}
