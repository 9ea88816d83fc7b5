import type { BigIntStats, Dirent } from "node:fs";
import { FILE_TYPE } from "./descriptors.ts";

/** What WASI says of a file; times in nanoseconds. */
export interface FileStat {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly type: number;
  readonly nlink: bigint;
  readonly size: bigint;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

export function statOf(stats: BigIntStats): FileStat {
  const { dev, ino, nlink, size, atimeNs, mtimeNs, ctimeNs } = stats;
  return { dev, ino, nlink, size, atimeNs, mtimeNs, ctimeNs, type: fileType(stats) };
}

/** What is said of things that are no files of the machine. */
export function statWithout(type: number, size = 0): FileStat {
  const none = { dev: 0n, ino: 1n, nlink: 1n, atimeNs: 0n, mtimeNs: 0n, ctimeNs: 0n };
  return { ...none, type, size: BigInt(size) };
}

export function fileType(entry: BigIntStats | Dirent): number {
  if (entry.isFile()) return FILE_TYPE.file;
  if (entry.isDirectory()) return FILE_TYPE.folder;
  if (entry.isSymbolicLink()) return FILE_TYPE.link;
  if (entry.isCharacterDevice()) return FILE_TYPE.character;
  if (entry.isBlockDevice()) return FILE_TYPE.block;
  return entry.isSocket() || entry.isFIFO() ? FILE_TYPE.socket : FILE_TYPE.unknown;
}

/** Write a `filestat` of WASI preview 1. */
export function writeStat(view: DataView, at: number, stat: FileStat): void {
  view.setBigUint64(at, stat.dev, true);
  view.setBigUint64(at + 8, stat.ino, true);
  view.setBigUint64(at + 16, 0n, true);
  view.setUint8(at + 16, stat.type);
  view.setBigUint64(at + 24, stat.nlink, true);
  view.setBigUint64(at + 32, stat.size, true);
  view.setBigUint64(at + 40, stat.atimeNs, true);
  view.setBigUint64(at + 48, stat.mtimeNs, true);
  view.setBigUint64(at + 56, stat.ctimeNs, true);
}
