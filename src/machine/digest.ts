import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import type { DigestKind } from "./machine.ts";
import { nativePath } from "./native-path.ts";

const PIECE = 1 << 18;
/** The `lite` kinds sum the first 512 bytes only. */
const LITE_BYTES = 512;

/** The hexadecimal digest of bytes. */
export function digestOf(content: Uint8Array, kind: DigestKind): string {
  const lite = kind.endsWith("lite");
  return hash(algorithm(kind), lite ? content.subarray(0, LITE_BYTES) : content, "hex");
}

let shared: Buffer | undefined;

/** The hexadecimal digest of a file, a piece at a time. */
export function digestOfFile(path: string, kind: DigestKind): string {
  const descriptor = openSync(nativePath(path), "r");
  try {
    // One buffer for all files: making one for each costs more than reading a small file.
    shared ??= Buffer.allocUnsafe(PIECE);
    const piece = kind.endsWith("lite") ? shared.subarray(0, LITE_BYTES) : shared;
    let read = readSync(descriptor, piece);
    if (read < piece.length) return hash(algorithm(kind), piece.subarray(0, read), "hex");
    const sum = createHash(algorithm(kind));
    for (; read > 0; read = kind.endsWith("lite") ? 0 : readSync(descriptor, piece))
      sum.update(piece.subarray(0, read));
    return sum.digest("hex");
  } finally {
    closeSync(descriptor);
  }
}

function algorithm(kind: DigestKind): string {
  return kind.replace(/lite$/, "");
}
