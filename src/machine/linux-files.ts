import * as fs from "node:fs";
import { basename, dirname, join } from "node:path";
import type { FileKind, FileStat, NewFile } from "./file-stat.ts";
import { nativePath } from "./native-path.ts";
import type { RunRecord } from "./run-record.ts";
import { isSystemError, systemMessage } from "./system-error.ts";

const DEFAULT_MODE = 0o644;
const PIECE = 1 << 20;

/** What stands at a path; undefined when nothing does. */
export function statOf(path: string, follow: boolean): FileStat | undefined {
  const options = { throwIfNoEntry: false } as const;
  const native = nativePath(path);
  const found = absentAsUndefined(() =>
    follow ? fs.statSync(native, options) : fs.lstatSync(native, options),
  );
  if (found === undefined) return undefined;
  const { mode, uid, gid, size, mtimeMs, ctimeMs } = found;
  return { kind: kindOf(found), mode: mode & 0o7777, uid, gid, size, mtime: mtimeMs, ctime: ctimeMs };
}

function absentAsUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

function kindOf(stats: fs.Stats): FileKind {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "directory";
  if (stats.isSymbolicLink()) return "link";
  if (stats.isFIFO()) return "fifo";
  if (stats.isSocket()) return "socket";
  if (stats.isCharacterDevice()) return "characterSpecial";
  return stats.isBlockDevice() ? "blockSpecial" : "unknown";
}

/**
 * Write beside the old file, sync, let `check` look, rename over it. Whatever goes wrong (a full disk, a refused
 * check, an interruption) the old file is whole and no temporary one is left.
 */
export async function replaceFile(
  path: string,
  file: NewFile,
  record?: RunRecord | undefined,
): Promise<void> {
  const there = statOf(path, false);
  if (there?.kind === "directory") {
    throw Object.assign(new Error(`Is a directory: ${path}`), { code: "EISDIR", path });
  }
  const temporary = temporaryBeside(path, file.staging);
  const recorded = record?.file(temporary);
  try {
    await putInPlace(path, file, temporary, there?.kind === "file" ? there : undefined);
  } finally {
    recorded?.();
  }
}

async function putInPlace(
  path: string,
  file: NewFile,
  temporary: string,
  old: FileStat | undefined,
): Promise<void> {
  const descriptor = open(temporary, join(file.staging ?? dirname(path), basename(path)));
  try {
    try {
      fill(descriptor, file.content);
      own(descriptor, file.uid ?? old?.uid, file.gid ?? old?.gid);
      fs.fchmodSync(descriptor, file.mode ?? old?.mode ?? DEFAULT_MODE);
      if (!file.unsynced) fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    await file.check?.(temporary);
    moveOver(temporary, path);
  } catch (error) {
    fs.rmSync(nativePath(temporary), { force: true });
    throw isWritingError(error) ? Object.assign(error, { path }) : error;
  }
}

/** A full disk shows while writing, where node names no file. */
function isWritingError(error: unknown): error is NodeJS.ErrnoException {
  return isSystemError(error) && error.path === undefined;
}

/** People know the file by its own name, not by the temporary one. */
function open(temporary: string, path: string): number {
  try {
    return fs.openSync(nativePath(temporary), "wx", 0o600);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

function temporaryBeside(path: string, staging: string | undefined): string {
  const unique = `${process.pid.toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  return join(staging ?? dirname(path), `.${basename(path).slice(0, 50)}.${unique}`);
}

function fill(descriptor: number, content: NewFile["content"]): void {
  if (content instanceof Uint8Array) {
    writeAll(descriptor, content, content.length);
    return;
  }
  const from = fs.openSync(nativePath(content.copyOf), "r");
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let read = fs.readSync(from, piece); read > 0; read = fs.readSync(from, piece))
      writeAll(descriptor, piece, read);
  } finally {
    fs.closeSync(from);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array, length: number): void {
  for (let at = 0; at < length; ) at += fs.writeSync(descriptor, bytes, at, length - at);
}

function own(descriptor: number, uid: number | undefined, gid: number | undefined): void {
  const is = fs.fstatSync(descriptor);
  if (uid !== undefined && uid !== is.uid) give("owner", uid, () => fs.fchownSync(descriptor, uid, is.gid));
  if (gid !== undefined && gid !== is.gid)
    give("group", gid, () => fs.fchownSync(descriptor, uid ?? is.uid, gid));
}

function give(what: "owner" | "group", id: number, change: () => void): void {
  try {
    change();
  } catch (error) {
    throw new Error(`Failed to set ${what} to '${id}': ${systemMessage(error)}`, { cause: error });
  }
}

/**
 * A staging directory on another file system cannot be renamed from: then the bytes are copied beside first. A file that is
 * a mount point, such as a container's /etc/hosts, cannot be renamed over: it is written in place.
 */
function moveOver(temporary: string, path: string): void {
  try {
    fs.renameSync(nativePath(temporary), nativePath(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EXDEV" && code !== "EBUSY") throw error;
    if (code === "EXDEV") copyOver(temporary, path);
    else fs.copyFileSync(nativePath(temporary), nativePath(path));
    fs.rmSync(nativePath(temporary));
  }
}

function copyOver(temporary: string, path: string): void {
  const from = nativePath(temporary);
  const beside = nativePath(temporaryBeside(path, undefined));
  const { uid, gid, mode } = fs.statSync(from);
  try {
    fs.copyFileSync(from, beside, fs.constants.COPYFILE_EXCL);
    fs.chownSync(beside, uid, gid);
    fs.chmodSync(beside, mode & 0o7777);
    fs.renameSync(beside, nativePath(path));
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}
