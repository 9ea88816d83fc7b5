import { isUtf8 } from "node:buffer";
import { Failure, fail } from "../diagnostics/failure.ts";
import { readRegularFile, regularFileStatus } from "../source/read-file.ts";

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
    const { ino, mtimeMs, size } = opened(path, () => regularFileStatus(path));
    const id = `${reader}\u0000${path}`;
    const known = this.#files.get(id);
    if (known && known.inode === ino && known.changed === mtimeMs && known.size === size)
      return known.data as T;
    const bytes = opened(path, () => readRegularFile(path));
    if (!isUtf8(bytes)) fail("FILE_ERROR", `invalid byte sequence in UTF-8 - ${path}`);
    const data = withinStack(path, () => read(bytes.toString("utf8")));
    this.#files.set(id, { inode: ino, changed: mtimeMs, size, data });
    return data;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "No such file or directory @ rb_file_s_stat",
  EISDIR: "Is a directory @ io_fread",
  EACCES: "Permission denied @ rb_sysopen",
  ELOOP: "Too many levels of symbolic links @ rb_file_s_stat",
  ENOTDIR: "Not a directory @ rb_file_s_stat",
};

/** Do something with a file; what the system refuses is told as Ruby does. */
function opened<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code = "", message } = error as NodeJS.ErrnoException;
    return fail("FILE_ERROR", `${WORDS[code] ?? message} - ${path}`);
  }
}

/** Collections in collections without end are too much for every reader. */
function withinStack<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail("FILE_ERROR", `stack level too deep - ${path}`);
  }
}
