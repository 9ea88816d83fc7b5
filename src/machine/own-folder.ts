import { chmodSync, existsSync, mkdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fail } from "../diagnostics/failure.ts";

const [GROUP_WRITES, OTHERS_WRITE, STICKY] = [0o020, 0o002, 0o1000];

/**
 * A folder of the program's own: made with this mode, whatever the umask, with those above it that are missing (mode
 * 0755). One that is there must belong to this user or root, and nobody else may replace what is in it: fails otherwise, as
 * that could happen between checking and reading.
 */
export function ownFolder(path: string, mode = 0o755): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) {
    refuseForeign(path);
    make(path, mode);
    return;
  }
  if (!there.isDirectory()) fail("FOLDER_IS_NONE", `${path} is not a directory`);
  refuseForeign(path);
}

/**
 * Fail when a folder belongs to another user than this one and root, or others may write to it; one that is missing is fine.
 * Root asks the same of the folders above it, as whoever may write there can put another folder in its place.
 */
export function refuseForeign(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (process.geteuid?.() === 0) for (const above of foldersAbove(path)) refuseReplaceable(above, path);
  if (there?.isDirectory() === true) refuseUnlessOwn(path, "directory", there);
}

/** Fail when a file that decides what root does belongs to another user than this one and root, or others may write to it. */
export function refuseForeignFile(path: string): void {
  refuseForeign(dirname(path));
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isFile() === true) refuseUnlessOwn(path, "file", there);
}

function refuseUnlessOwn(path: string, kind: "directory" | "file", there: Stats): void {
  const uid = process.geteuid?.() ?? 0;
  // A group of one's own is usual among people, and root has none.
  const foreign = uid === 0 ? GROUP_WRITES | OTHERS_WRITE : OTHERS_WRITE;
  // In a folder with the sticky bit nobody replaces what another user has made there.
  const isSticky = kind === "directory" && (there.mode & STICKY) !== 0;
  if ((there.uid === uid || there.uid === 0) && (isSticky || (there.mode & foreign) === 0)) return;
  const bits = (there.mode & 0o7777).toString(8).padStart(4, "0");
  fail(
    "FOLDER_NOT_OWN",
    `The ${kind} ${path} is not safe to use: it belongs to user ${there.uid} and has mode ${bits}, so others than user ${uid} can replace what is in it`,
    `chown ${uid} ${path} && chmod go-w ${path}; look at what is in it first.`,
  );
}

/** The folders above a path, by its names and as links lead. */
function foldersAbove(path: string): Set<string> {
  const above = new Set<string>();
  for (let folder = dirname(resolve(path)); folder !== dirname(folder); folder = dirname(folder))
    above.add(folder);
  if (existsSync(path) && realpathSync(path) !== resolve(path))
    for (const folder of foldersAbove(realpathSync(path))) above.add(folder);
  return above;
}

/** In a folder with the sticky bit, such as /tmp, nobody can replace what belongs to root. */
function refuseReplaceable(folder: string, path: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return;
  // In a namespace of users, what is root's may belong to a user that is not known there.
  const isRoots = there.uid === 0 || there.uid === statSync("/").uid;
  const isSticky = (there.mode & STICKY) !== 0;
  if (isRoots && (isSticky || (there.mode & (GROUP_WRITES | OTHERS_WRITE)) === 0)) return;
  const bits = (there.mode & 0o7777).toString(8).padStart(4, "0");
  fail(
    "FOLDER_NOT_OWN",
    `The directory ${path} is not safe to use: ${folder} above it belongs to user ${there.uid} and has mode ${bits}, so others than user 0 can replace what is in it`,
    `Name another place, or chown 0 ${folder} && chmod go-w ${folder}.`,
  );
}

function make(path: string, mode: number): void {
  const parent = dirname(path);
  if (statSync(parent, { throwIfNoEntry: false }) === undefined) make(parent, 0o755);
  mkdirSync(path, { mode: 0o700 });
  chmodSync(path, mode);
}
