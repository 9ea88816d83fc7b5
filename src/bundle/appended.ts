import { closeSync, openSync, readSync, statSync } from "node:fs";
import { fail } from "../diagnostics/failure.ts";
import { refuseIrregular } from "../source/read-file.ts";
import type { ArchivePlace } from "./archive-bytes.ts";

/** Ends an executable that carries a bundle: the length of the bundle before it (8 bytes, little endian), and this. */
const MARK = Buffer.from("\0nsb\0end");
const FOOTER = 16;

/** What is to be written after a bundle that has been appended to an executable. */
export function footer(length: number): Buffer {
  const bytes = Buffer.alloc(FOOTER);
  bytes.writeBigUInt64LE(BigInt(length));
  MARK.copy(bytes, 8);
  return bytes;
}

/** Where the archive of a file is: at the end of an executable that carries one, else the whole file. */
export function archivePlace(file: string): ArchivePlace {
  const there = statSync(file);
  refuseIrregular(there, file);
  const { size } = there;
  const appended = appendedLength(file, size);
  if (appended === undefined) return { file, start: 0, end: size };
  const end = size - FOOTER;
  if (appended > end) fail("BUNDLE_TRUNCATED", `${file}: The archive is cut off`);
  return { file, start: end - appended, end };
}

/** Whether a file ends with a bundle that was appended to it. */
export function carriesBundle(file: string): boolean {
  return appendedLength(file, statSync(file).size) !== undefined;
}

function appendedLength(file: string, size: number): number | undefined {
  if (size < FOOTER) return undefined;
  const bytes = Buffer.alloc(FOOTER);
  const handle = openSync(file, "r");
  try {
    readSync(handle, bytes, 0, FOOTER, size - FOOTER);
  } finally {
    closeSync(handle);
  }
  return bytes.subarray(8).equals(MARK) ? Number(bytes.readBigUInt64LE()) : undefined;
}
