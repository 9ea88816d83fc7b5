import * as fs from "node:fs";
import { FILE_TYPE } from "./descriptors.ts";
import { WasiError } from "./errno.ts";
import { type FileStat, fileType, statOf, statWithout, writeStat } from "./stat.ts";
import { chosenTimes } from "./times.ts";
import type { WasiCall, WasiState } from "./wasi.ts";

const { constants } = fs;
const FOLLOW = 1;
const OPEN = { create: 1, folder: 2, exclusive: 4, truncate: 8 };
const FLAG = { append: 1, nonblocking: 4 };
const RIGHT = { read: 2n, write: 64n };
/** Flags with which opening a file alone changes something. */
const CHANGING = constants.O_CREAT | constants.O_TRUNC;
/** What a new file may be, less the umask. */
const NEW_FILE_MODE = 0o666;

/** Calls on paths, which are relative to an open folder. */
export function pathCalls({ memory, descriptors, packed, mayWrite }: WasiState): Record<string, WasiCall> {
  return {
    path_filestat_get(number: number, lookup: number, pointer: number, length: number, out: number) {
      writeStat(memory.view, out, statPath(resolved(number, pointer, length), (lookup & FOLLOW) !== 0));
    },
    path_filestat_set_times(
      number: number,
      lookup: number,
      pointer: number,
      length: number,
      atime: bigint,
      mtime: bigint,
      which: number,
    ) {
      const path = writable(number, pointer, length);
      const follows = (lookup & FOLLOW) !== 0;
      const times = chosenTimes(follows ? fs.statSync(path) : fs.lstatSync(path), atime, mtime, which);
      (follows ? fs.utimesSync : fs.lutimesSync)(path, ...times);
    },
    path_open(
      number: number,
      lookup: number,
      pointer: number,
      length: number,
      how: number,
      rights: bigint,
      _inherited: bigint,
      flags: number,
      out: number,
    ) {
      const path = resolved(number, pointer, length);
      const opened = packed.covers(path)
        ? openPacked(path, how)
        : openReal(path, openFlags(how, rights, flags, lookup), flags, (rights & RIGHT.write) !== 0n);
      memory.view.setUint32(out, opened, true);
    },
    path_create_directory(number: number, pointer: number, length: number) {
      fs.mkdirSync(writable(number, pointer, length));
    },
    path_remove_directory(number: number, pointer: number, length: number) {
      fs.rmdirSync(writable(number, pointer, length));
    },
    path_unlink_file(number: number, pointer: number, length: number) {
      fs.unlinkSync(writable(number, pointer, length));
    },
    path_rename(
      from: number,
      fromAt: number,
      fromLength: number,
      to: number,
      toAt: number,
      toLength: number,
    ) {
      fs.renameSync(writable(from, fromAt, fromLength), writable(to, toAt, toLength));
    },
    path_symlink(target: number, targetLength: number, number: number, pointer: number, length: number) {
      fs.symlinkSync(memory.text(target, targetLength), writable(number, pointer, length));
    },
    path_link(
      from: number,
      _lookup: number,
      fromAt: number,
      fromLength: number,
      to: number,
      toAt: number,
      toLength: number,
    ) {
      fs.linkSync(writable(from, fromAt, fromLength), writable(to, toAt, toLength));
    },
    path_readlink(
      number: number,
      pointer: number,
      length: number,
      target: number,
      size: number,
      out: number,
    ) {
      const path = resolved(number, pointer, length);
      if (packed.covers(path)) throw new WasiError("EINVAL");
      const text = Buffer.from(fs.readlinkSync(path)).subarray(0, size);
      memory.bytes.set(text, target);
      memory.view.setUint32(out, text.length, true);
    },
  };

  function resolved(number: number, pointer: number, length: number): string {
    const descriptor = descriptors.get(number);
    if (descriptor.kind !== "folder") throw new WasiError("ENOTDIR");
    const path = memory.text(pointer, length);
    if (path.includes("\0")) throw new WasiError("EINVAL");
    return path.startsWith("/") ? path : `${descriptor.path === "/" ? "" : descriptor.path}/${path}`;
  }

  function writable(number: number, pointer: number, length: number): string {
    const path = resolved(number, pointer, length);
    if (packed.covers(path) || !mayWrite(path)) throw new WasiError("EROFS");
    return path;
  }

  function statPath(path: string, follows: boolean): FileStat {
    if (!packed.covers(path)) {
      return statOf((follows ? fs.statSync : fs.lstatSync)(path, { bigint: true }));
    }
    const content = packed.file(path);
    if (content !== undefined) return statWithout(FILE_TYPE.file, content.length);
    if (packed.folder(path) !== undefined) return statWithout(FILE_TYPE.folder);
    throw new WasiError("ENOENT");
  }

  function openPacked(path: string, how: number): number {
    if (how & OPEN.truncate) throw new WasiError("EROFS");
    const content = packed.file(path);
    if (content !== undefined) return descriptors.add({ kind: "packed", content, position: 0 });
    if (packed.folder(path) !== undefined) return descriptors.add({ kind: "folder", path });
    throw new WasiError(how & OPEN.create ? "EROFS" : "ENOENT");
  }

  function openReal(path: string, nodeFlags: number, flags: number, writes: boolean): number {
    if ((writes || (nodeFlags & CHANGING) !== 0) && !mayWrite(path)) throw new WasiError("EROFS");
    const fd = fs.openSync(path, nodeFlags, NEW_FILE_MODE);
    const stats = fs.fstatSync(fd, { bigint: true });
    if (!stats.isDirectory()) {
      const position = stats.isFile() ? 0 : null;
      const append = (flags & FLAG.append) !== 0;
      return descriptors.add({ kind: "file", fd, type: fileType(stats), append, flags, position });
    }
    fs.closeSync(fd);
    if (writes) throw new WasiError("EISDIR");
    return descriptors.add({ kind: "folder", path });
  }
}

function openFlags(how: number, rights: bigint, flags: number, lookup: number): number {
  const reads = (rights & RIGHT.read) !== 0n;
  const writes = (rights & RIGHT.write) !== 0n;
  const access = writes ? (reads ? constants.O_RDWR : constants.O_WRONLY) : constants.O_RDONLY;
  const further: readonly [boolean, number][] = [
    [(how & OPEN.create) !== 0, constants.O_CREAT],
    [(how & OPEN.exclusive) !== 0, constants.O_EXCL],
    [(how & OPEN.truncate) !== 0, constants.O_TRUNC],
    [(how & OPEN.folder) !== 0, constants.O_DIRECTORY],
    [(flags & FLAG.append) !== 0, constants.O_APPEND],
    [(flags & FLAG.nonblocking) !== 0, constants.O_NONBLOCK],
    [(lookup & FOLLOW) === 0, constants.O_NOFOLLOW],
  ];
  return further.reduce((sum, [isSet, flag]) => (isSet ? sum | flag : sum), access);
}
