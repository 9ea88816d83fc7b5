import { readFileSync, statSync } from "node:fs";

interface CachedFile {
  readonly inode: number;
  readonly changed: number;
  readonly size: number;
  readonly data: unknown;
}

/** What was made of each file's content, kept as long as the file stays as it was (inode, time, size). */
export class FileCache {
  readonly #files = new Map<string, CachedFile>();

  /** The data a reader makes of a file, from the cache when the file has not changed since. */
  data<T>(path: string, reader: string, read: (content: string) => T): T {
    const { ino, mtimeMs, size } = statSync(path);
    const id = `${reader}\u0000${path}`;
    const known = this.#files.get(id);
    if (known && known.inode === ino && known.changed === mtimeMs && known.size === size)
      return known.data as T;
    const data = read(readFileSync(path, "utf8"));
    this.#files.set(id, { inode: ino, changed: mtimeMs, size, data });
    return data;
  }
}
