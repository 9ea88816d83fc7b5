import { statSync } from "node:fs";
import { readSource } from "../../source/read.ts";
import { type ParseResult, parse } from "../../syntax/parse.ts";

interface KnownFile {
  readonly inode: number;
  readonly changed: number;
  readonly size: number;
  readonly parsed: ParseResult;
}

/** Parsed manifests for many compilations, each as long as its file stays as it was (inode, time, size). */
export class ProgramCache {
  readonly #files = new Map<string, KnownFile>();

  /** What parsing a file comes to; fails when it cannot be read. */
  parsed(path: string): ParseResult {
    const state = statSync(path, { throwIfNoEntry: false });
    const known = this.#files.get(path);
    if (state && known && isSame(known, state.ino, state.mtimeMs, state.size)) return known.parsed;
    const parsed = parse(readSource(path));
    if (state) {
      const { ino: inode, mtimeMs: changed, size } = state;
      this.#files.set(path, { inode, changed, size, parsed });
    }
    return parsed;
  }
}

function isSame(known: KnownFile, inode: number, changed: number, size: number): boolean {
  return known.inode === inode && known.changed === changed && known.size === size;
}
