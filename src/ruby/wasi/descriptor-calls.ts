import {
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  futimesSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { type Descriptor, FILE_TYPE, ROOT_DESCRIPTOR } from "./descriptors.ts";
import { WasiError } from "./errno.ts";
import { writeEntries } from "./folder-entries.ts";
import { type FileStat, statOf, statWithout, writeStat } from "./stat.ts";
import { chosenTimes } from "./times.ts";
import type { WasiCall, WasiState } from "./wasi.ts";

/** The name under which the root is handed to the program. */
const ROOT_NAME = Buffer.from("/");
const ALL_RIGHTS = 0x1fffffffn;
/** A character device that can neither seek nor tell is a terminal. */
const SEEKING = 0x24n;
const WHENCE = { set: 0, current: 1 };

/** Calls on what is open. */
export function descriptorCalls({ memory, descriptors, packed }: WasiState): Record<string, WasiCall> {
  return {
    fd_prestat_get(number: number, out: number) {
      if (number !== ROOT_DESCRIPTOR) throw new WasiError("EBADF");
      memory.view.setUint32(out, 0, true);
      memory.view.setUint32(out + 4, ROOT_NAME.length, true);
    },
    fd_prestat_dir_name(_number: number, pointer: number, length: number) {
      memory.bytes.set(ROOT_NAME.subarray(0, length), pointer);
    },
    fd_fdstat_get(number: number, out: number) {
      const descriptor = descriptors.get(number);
      const type = typeOf(descriptor);
      const rights = type === FILE_TYPE.character ? ALL_RIGHTS & ~SEEKING : ALL_RIGHTS;
      memory.bytes.fill(0, out, out + 24);
      memory.view.setUint8(out, type);
      memory.view.setUint16(out + 2, descriptor.kind === "file" ? descriptor.flags : 0, true);
      memory.view.setBigUint64(out + 8, rights, true);
      memory.view.setBigUint64(out + 16, ALL_RIGHTS, true);
    },
    fd_fdstat_set_flags(number: number, flags: number) {
      const descriptor = descriptors.get(number);
      if (descriptor.kind === "file") descriptor.flags = flags;
    },
    fd_fdstat_set_rights() {},
    fd_filestat_get(number: number, out: number) {
      writeStat(memory.view, out, statDescriptor(descriptors.get(number)));
    },
    fd_filestat_set_size(number: number, size: bigint) {
      ftruncateSync(openFile(number).fd, Number(size));
    },
    fd_filestat_set_times(number: number, atime: bigint, mtime: bigint, which: number) {
      const { fd } = openFile(number);
      futimesSync(fd, ...chosenTimes(fstatSync(fd), atime, mtime, which));
    },
    fd_close(number: number) {
      descriptors.close(number);
    },
    fd_renumber(from: number, to: number) {
      descriptors.renumber(from, to);
    },
    fd_sync(number: number) {
      const descriptor = descriptors.get(number);
      if (descriptor.kind === "file") fsyncSync(descriptor.fd);
    },
    fd_datasync(number: number) {
      const descriptor = descriptors.get(number);
      if (descriptor.kind === "file") fdatasyncSync(descriptor.fd);
    },
    fd_advise() {},
    fd_allocate() {
      throw new WasiError("ENOTSUP");
    },
    fd_read(number: number, vectors: number, count: number, out: number) {
      const descriptor = descriptors.get(number);
      const position = positionOf(descriptor);
      const length = read(descriptor, vectors, count, position);
      moveTo(descriptor, position === null ? null : position + length);
      memory.view.setUint32(out, length, true);
    },
    fd_pread(number: number, vectors: number, count: number, offset: bigint, out: number) {
      memory.view.setUint32(out, read(descriptors.get(number), vectors, count, Number(offset)), true);
    },
    fd_write(number: number, vectors: number, count: number, out: number) {
      const descriptor = descriptors.get(number);
      const appends = descriptor.kind === "file" && descriptor.append;
      const position = appends ? null : positionOf(descriptor);
      const length = write(descriptor, vectors, count, position);
      if (appends) moveTo(descriptor, descriptor.position === null ? null : fstatSync(descriptor.fd).size);
      else moveTo(descriptor, position === null ? null : position + length);
      memory.view.setUint32(out, length, true);
    },
    fd_pwrite(number: number, vectors: number, count: number, offset: bigint, out: number) {
      memory.view.setUint32(out, write(descriptors.get(number), vectors, count, Number(offset)), true);
    },
    fd_seek(number: number, offset: bigint, whence: number, out: number) {
      const descriptor = descriptors.get(number);
      const position = positionOf(descriptor);
      if (position === null) throw new WasiError("ESPIPE");
      const size = () => Number(statDescriptor(descriptor).size);
      const base = whence === WHENCE.set ? 0 : whence === WHENCE.current ? position : size();
      const target = base + Number(offset);
      if (target < 0) throw new WasiError("EINVAL");
      moveTo(descriptor, target);
      memory.view.setBigUint64(out, BigInt(target), true);
    },
    fd_tell(number: number, out: number) {
      const position = positionOf(descriptors.get(number));
      if (position === null) throw new WasiError("ESPIPE");
      memory.view.setBigUint64(out, BigInt(position), true);
    },
    fd_readdir(number: number, pointer: number, length: number, cookie: bigint, out: number) {
      const descriptor = descriptors.get(number);
      if (descriptor.kind !== "folder") throw new WasiError("ENOTDIR");
      const target = memory.bytes.subarray(pointer, pointer + length);
      memory.view.setUint32(out, writeEntries(descriptor, packed, cookie, target), true);
    },
  };

  function openFile(number: number): Extract<Descriptor, { kind: "file" }> {
    const descriptor = descriptors.get(number);
    if (descriptor.kind !== "file") throw new WasiError("EINVAL");
    return descriptor;
  }

  function statDescriptor(descriptor: Descriptor): FileStat {
    switch (descriptor.kind) {
      case "file":
        return statOf(fstatSync(descriptor.fd, { bigint: true }));
      case "folder":
        return packed.covers(descriptor.path)
          ? statWithout(FILE_TYPE.folder)
          : statOf(statSync(descriptor.path, { bigint: true }));
      case "packed":
        return statWithout(FILE_TYPE.file, descriptor.content.length);
      default:
        return statWithout(FILE_TYPE.socket);
    }
  }

  /** The memory that an array of `iovec` names. */
  function parts(vectors: number, count: number): Buffer[] {
    return Array.from({ length: count }, (_, i) => {
      const start = memory.view.getUint32(vectors + i * 8, true);
      return memory.bytes.subarray(start, start + memory.view.getUint32(vectors + i * 8 + 4, true));
    });
  }

  function read(descriptor: Descriptor, vectors: number, count: number, position: number | null): number {
    let total = 0;
    for (const part of parts(vectors, count)) {
      const length = readInto(descriptor, part, position === null ? null : position + total);
      total += length;
      if (length < part.length) break;
    }
    return total;
  }

  function write(descriptor: Descriptor, vectors: number, count: number, position: number | null): number {
    let total = 0;
    for (const part of parts(vectors, count)) {
      writeFrom(descriptor, part, position === null ? null : position + total);
      total += part.length;
    }
    return total;
  }
}

function typeOf(descriptor: Descriptor): number {
  if (descriptor.kind === "file") return descriptor.type;
  if (descriptor.kind === "folder") return FILE_TYPE.folder;
  return descriptor.kind === "packed" ? FILE_TYPE.file : FILE_TYPE.character;
}

function positionOf(descriptor: Descriptor): number | null {
  return "position" in descriptor ? descriptor.position : null;
}

function moveTo(descriptor: Descriptor, position: number | null): void {
  if ("position" in descriptor && position !== null) descriptor.position = position;
}

function readInto(descriptor: Descriptor, part: Buffer, position: number | null): number {
  if (part.length === 0) return 0;
  switch (descriptor.kind) {
    case "file":
      return readSync(descriptor.fd, part, 0, part.length, position);
    case "packed":
      return descriptor.content.copy(part, 0, position ?? 0);
    case "folder":
      throw new WasiError("EISDIR");
    default:
      return 0;
  }
}

function writeFrom(descriptor: Descriptor, part: Buffer, position: number | null): void {
  if (descriptor.kind === "sink") {
    descriptor.write(Buffer.from(part));
    return;
  }
  if (descriptor.kind !== "file") throw new WasiError("EBADF");
  for (let done = 0; done < part.length; ) {
    const at = position === null ? null : position + done;
    done += writeSync(descriptor.fd, part, done, part.length - done, at);
  }
}
