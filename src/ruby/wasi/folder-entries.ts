import { readdirSync } from "node:fs";
import { type Descriptor, FILE_TYPE, type FolderEntry } from "./descriptors.ts";
import type { PackedFiles } from "./packed-files.ts";
import { fileType } from "./stat.ts";

const HEADER_SIZE = 24;
const DOTS: readonly FolderEntry[] = [
  [".", FILE_TYPE.folder],
  ["..", FILE_TYPE.folder],
];

/**
 * Write `dirent` records from the one numbered `cookie` on, the last one cut off where the target ends (the program asks
 * again from there); gives the bytes written.
 */
export function writeEntries(
  folder: Extract<Descriptor, { kind: "folder" }>,
  packed: PackedFiles,
  cookie: bigint,
  target: Buffer,
): number {
  if (folder.entries === undefined || cookie === 0n) folder.entries = entriesOf(folder.path, packed);
  let used = 0;
  for (let i = Number(cookie); i < folder.entries.length && used < target.length; i++) {
    used += entryRecord(folder.entries[i]!, i).copy(target, used);
  }
  return used;
}

function entriesOf(path: string, packed: PackedFiles): readonly FolderEntry[] {
  const own = packed.covers(path) ? packed.folder(path) : undefined;
  if (own !== undefined)
    return [...DOTS, ...[...own].map(([name, kind]) => [name, FILE_TYPE[kind]] as const)];
  const entries = readdirSync(path, { withFileTypes: true });
  return [...DOTS, ...entries.map((entry) => [entry.name, fileType(entry)] as const)];
}

function entryRecord([name, type]: FolderEntry, index: number): Buffer {
  const bytes = Buffer.from(name);
  const record = Buffer.alloc(HEADER_SIZE + bytes.length);
  record.writeBigUInt64LE(BigInt(index + 1), 0);
  record.writeBigUInt64LE(1n, 8);
  record.writeUInt32LE(bytes.length, 16);
  record.writeUInt8(type, 20);
  bytes.copy(record, HEADER_SIZE);
  return record;
}
