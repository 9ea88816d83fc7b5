import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BaseNode } from "./node-for.ts";

type Tools = Pick<BaseNode, "arch" | "as" | "ld" | "objcopy">;

/** A part of the file that is mapped into memory: places and sizes in bytes, from ELF's program header at `header`. */
interface Segment {
  readonly header: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

const SOURCES = join(import.meta.dirname, "entry");
/** Places in ELF's header, 64 bits and little endian, and in a program header (elf(5)). */
const ENTRY = 24;
const [HEADERS, HEADER_SIZE, HEADER_COUNT] = [32, 54, 56];
const [FLAGS, OFFSET, ADDRESS, FILE_SIZE, MEMORY_SIZE] = [4, 8, 16, 32, 40];
const LOADED = 1;
const EXECUTABLE = 1;
/** Code begins at a multiple of this. */
const ALIGNMENT = 16;

/**
 * Have a program begin at scripts/entry/ARCH.s, which hides the variables of Node.js and OpenSSL before anything of Node.js
 * runs. The code is put into the room that is left behind the program's own. Fails when there is none.
 */
export function hideVariablesAtEntry(file: string, tools: Tools, folder: string): void {
  const elf = readFileSync(file);
  const object = join(folder, "entry.o");
  execFileSync(tools.as, ["-I", SOURCES, "-o", object, join(SOURCES, `${tools.arch}.s`)]);
  const linked = (address: number): Buffer => {
    const code = join(folder, "entry");
    const node = `--defsym=node_entry=${elf.readBigUInt64LE(ENTRY)}`;
    const place = ["-e", "entry", `-Ttext=0x${address.toString(16)}`];
    execFileSync(tools.ld, [...place, node, "-o", `${code}.elf`, object]);
    execFileSync(tools.objcopy, ["-O", "binary", "-j", ".text", `${code}.elf`, code]);
    return readFileSync(code);
  };
  const loaded = segments(elf);
  const size = linked(loaded[0]!.address).length + ALIGNMENT;
  const segment = loaded.find((one) => isExecutable(elf, one) && hasRoom(elf, loaded, one, size));
  if (segment === undefined) throw new Error(`${file} has no room for ${size} bytes of code`);
  const at = Math.ceil((segment.address + segment.size) / ALIGNMENT) * ALIGNMENT;
  const code = linked(at);
  code.copy(elf, segment.offset + at - segment.address);
  elf.writeBigUInt64LE(BigInt(at), ENTRY);
  const newSize = BigInt(at - segment.address + code.length);
  for (const field of [FILE_SIZE, MEMORY_SIZE]) elf.writeBigUInt64LE(newSize, segment.header + field);
  writeFileSync(file, elf);
}

function segments(elf: Buffer): Segment[] {
  const first = Number(elf.readBigUInt64LE(HEADERS));
  const headers = Array.from(
    { length: elf.readUInt16LE(HEADER_COUNT) },
    (_, index) => first + index * elf.readUInt16LE(HEADER_SIZE),
  );
  return headers
    .filter((header) => elf.readUInt32LE(header) === LOADED)
    .map((header) => ({
      header,
      offset: Number(elf.readBigUInt64LE(header + OFFSET)),
      address: Number(elf.readBigUInt64LE(header + ADDRESS)),
      size: Number(elf.readBigUInt64LE(header + FILE_SIZE)),
    }));
}

function isExecutable(elf: Buffer, { header }: Segment): boolean {
  return (elf.readUInt32LE(header + FLAGS) & EXECUTABLE) !== 0;
}

/** Whether so many bytes behind a segment are unused zeros, in the file and in memory. */
function hasRoom(
  elf: Buffer,
  loaded: readonly Segment[],
  { offset, address, size }: Segment,
  room: number,
): boolean {
  const end = offset + size;
  return (
    end + room <= elf.length &&
    elf.subarray(end, end + room).every((byte) => byte === 0) &&
    loaded.every((other) => other.offset < end || other.offset >= end + room) &&
    loaded.every((other) => other.address < address + size || other.address >= address + size + room)
  );
}
