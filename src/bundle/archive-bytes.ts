import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { fail } from "../diagnostics/failure.ts";
import { regularFileStatus } from "../source/read-file.ts";
import type { Limits } from "./limits.ts";

/** Where an archive's bytes are: a whole file, or the part of an executable that was appended to it. */
export interface ArchivePlace {
  readonly file: string;
  /** The first byte, counted from 0. */
  readonly start: number;
  /** The byte after the last. */
  readonly end: number;
}

type Decompressor = ReturnType<typeof createGunzip> | ReturnType<typeof createZstdDecompress>;

/**
 * The tar bytes of an archive that is plain, gzip or zstd, in pieces. Fails when it is damaged, cut off, followed by
 * something else, or grows beyond the limits: before the piece that does so is given.
 */
export async function* archiveBytes(place: ArchivePlace, limits: Limits): AsyncGenerator<Buffer> {
  const size = place.end - place.start;
  const decompressor = await decompressorFor(place);
  let total = 0;
  for await (const piece of decompressor ? decompressed(place, decompressor) : pieces(place)) {
    total += piece.length;
    refuseBomb(total, size, limits, place.file);
    yield piece;
  }
  if (decompressor && decompressor.bytesWritten < size) {
    fail("BUNDLE_TRAILING_DATA", `${place.file}: Something follows the end of the archive`);
  }
}

async function decompressorFor({ file, start }: ArchivePlace): Promise<Decompressor | undefined> {
  regularFileStatus(file);
  const handle = await open(file);
  try {
    const magic = Buffer.alloc(4);
    await handle.read(magic, 0, 4, start);
    if (magic.readUInt16BE(0) === 0x1f8b) return createGunzip();
    return magic.readUInt32LE(0) === 0xfd2fb528 ? createZstdDecompress() : undefined;
  } finally {
    await handle.close();
  }
}

function pieces({ file, start, end }: ArchivePlace): AsyncIterable<Buffer> {
  return createReadStream(file, { start, end: Math.max(start, end - 1) });
}

async function* decompressed(place: ArchivePlace, decompressor: Decompressor): AsyncGenerator<Buffer> {
  const fed = pipeline(pieces(place), decompressor);
  // Reading the other end tells of the same failure.
  fed.catch(() => undefined);
  try {
    for await (const piece of decompressor) yield piece as Buffer;
  } catch (error) {
    damaged(error as NodeJS.ErrnoException, place.file);
  } finally {
    decompressor.destroy();
  }
}

function damaged({ code, message }: NodeJS.ErrnoException, file: string): never {
  if (code === "Z_BUF_ERROR" || code === "ERR_STREAM_PREMATURE_CLOSE") truncated(file);
  fail("BUNDLE_CORRUPT", `${file}: The compressed data is damaged: ${message}`, "Make or fetch it again.");
}

/** Fail because an archive ends too early. */
export function truncated(file: string): never {
  fail("BUNDLE_TRUNCATED", `${file}: The archive is cut off`, "Fetch it again; the copy is incomplete.");
}

function refuseBomb(total: number, size: number, limits: Limits, file: string): void {
  if (total > limits.bytes) {
    fail("BUNDLE_TOO_LARGE", `${file}: The archive holds more than ${limits.bytes} bytes`);
  }
  if (total > limits.freeBytes && total / size > limits.ratio) {
    const growth = `its contents are more than ${limits.ratio} times larger than the archive`;
    fail("BUNDLE_BOMB", `${file}: The archive looks like a decompression bomb: ${growth}`);
  }
}
