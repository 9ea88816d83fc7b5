import type { Command, CommandResult } from "./command.ts";
import type { FileStat, NewFile } from "./file-stat.ts";
import type { WebAnswer, WebContent, WebMethod } from "./web.ts";

/** How the contents of a file are summed up; `lite` sums only the first 512 bytes. */
export type DigestKind =
  | "md5"
  | "md5lite"
  | "sha1"
  | "sha1lite"
  | "sha224"
  | "sha256"
  | "sha256lite"
  | "sha384"
  | "sha512";

/**
 * The only door to the machine. Files and accounts answer at once, because thousands of them are asked about one
 * after another; commands are awaited. Errors of the system are thrown as node gives them (`code` is `ENOENT`, ...).
 */
export interface Machine {
  /** What stands at a path, links not followed; undefined when there is nothing (ENOENT, ENOTDIR). */
  lstat(path: string): FileStat | undefined;
  /** What stands at a path, links followed; undefined when there is nothing or the link dangles. */
  stat(path: string): FileStat | undefined;
  readFile(path: string): Buffer;
  /** The hexadecimal digest of a file, read in pieces. */
  digest(path: string, kind: DigestKind): string;
  /** The names in a directory, sorted, without `.` and `..`. */
  readdir(path: string): string[];
  readlink(path: string): string;
  /** Put a whole file in place, or leave the old one whole: written beside it, synced, renamed over it. */
  replaceFile(path: string, file: NewFile): Promise<void>;
  /** Copy a file or a directory tree with its modes, owners and times. */
  copy(from: string, to: string): void;
  /** Make a directory; its parent must exist. `mode` is not narrowed by the umask. */
  mkdir(path: string, mode?: number): void;
  symlink(target: string, path: string): void;
  /** Remove a file or a link. */
  unlink(path: string): void;
  /** Remove a directory and all that is in it. */
  removeTree(path: string): void;
  /** Change the permission bits of what a path leads to. */
  chmod(path: string, mode: number): void;
  /** Change owner or group (undefined: keep); of the link itself unless `follow`. */
  chown(path: string, uid: number | undefined, gid: number | undefined, follow: boolean): void;

  /** Run a command to its end; a command that cannot be started gives a result that says why. */
  run(command: Command): Promise<CommandResult>;
  /** The absolute path of an executable found in a search path (default: PATH of this process). */
  which(name: string, searchPath?: readonly string[]): string | undefined;
  /** Whether this process may execute the file. */
  executable(path: string): boolean;
  /** Ask a web server; fails in words when it gives no answer. */
  askWeb(url: string, method: WebMethod, content?: WebContent): Promise<WebAnswer>;
  sleep(seconds: number): Promise<void>;

  /** Whether this process acts as the superuser. */
  readonly root: boolean;
  /** The user this process acts as. */
  readonly uid: number;
  uidOf(user: string): number | undefined;
  gidOf(group: string): number | undefined;
  userOf(uid: number): string | undefined;
  groupOf(gid: number): string | undefined;
}
