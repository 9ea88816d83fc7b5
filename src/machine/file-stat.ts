/** What kind of thing stands at a path, in Puppet's (Ruby's `ftype`) words. */
export type FileKind =
  | "file"
  | "directory"
  | "link"
  | "fifo"
  | "socket"
  | "characterSpecial"
  | "blockSpecial"
  | "unknown";

/** What the machine knows of a path; `mode` is the permission bits alone, times are in milliseconds. */
export interface FileStat {
  readonly kind: FileKind;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly mtime: number;
  readonly ctime: number;
}

/** A file to be put in place whole. */
export interface NewFile {
  /** The bytes, or the path of a file to copy them from. */
  readonly content: Uint8Array | { readonly copyOf: string };
  /** Permission bits; undefined keeps those of the file being replaced, or 0644. */
  readonly mode?: number | undefined;
  /** Undefined keeps the owner of the file being replaced, or this process's. */
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  /** A directory to write to before the rename, when not the file's own. */
  readonly staging?: string | undefined;
  /** Not to wait until the disk has it: for what may be lost when the power fails. */
  readonly unsynced?: boolean;
  /** Looks at the finished bytes at a temporary path before they take the old ones' place; throws to keep the old. */
  readonly check?: ((path: string) => Promise<void>) | undefined;
}
