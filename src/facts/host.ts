import type { NetworkInterfaceInfo } from "node:os";

/** What statfs(2) says of a mounted file system, in blocks of `bsize` bytes. */
export interface FileSystemSize {
  readonly bsize: bigint;
  readonly blocks: bigint;
  readonly bfree: bigint;
  readonly bavail: bigint;
}

/** One HTTP request to a metadata service. */
export interface HttpRequest {
  readonly method: "GET" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything facts may look at; facts never touch the machine in any other way, so tests hand them a made-up one. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostname: string;
  /** What uname(2) says. */
  readonly system: { readonly name: string; readonly release: string; readonly machine: string };
  /** The user this process runs as; `gid` is that user's own group. */
  readonly user: { readonly uid: bigint; readonly gid: bigint; readonly name: string };
  /** The text of a file; undefined when there is none or it cannot be read. */
  read(path: string): string | undefined;
  /** The names in a folder, sorted; none when there is no such folder. */
  list(path: string): readonly string[];
  exists(path: string): boolean;
  isDirectory(path: string): boolean;
  isExecutable(path: string): boolean;
  /** The path of a command on the search path. */
  which(command: string): string | undefined;
  /** The standard output of a command; undefined when it is missing, fails to start or takes too long. */
  run(command: string, args: readonly string[]): CommandOutput | undefined;
  sizeOf(mountPoint: string): FileSystemSize | undefined;
  addresses(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** The bodies of the successful answers of one server, undefined for the others. */
  http(requests: readonly HttpRequest[]): readonly (string | undefined)[];
  /** Where trouble with a fact is told; it never stops the other facts. */
  warn(message: string): void;
}

/** What a finished command wrote. */
export interface CommandOutput {
  readonly out: string;
  readonly err: string;
}

/** A reading of a host that is taken once and then remembered. */
export function perHost<T>(take: (host: Host) => T): (host: Host) => T {
  const taken = new WeakMap<Host, { readonly reading: T }>();
  return (host) => {
    const known = taken.get(host);
    if (known) return known.reading;
    const reading = take(host);
    taken.set(host, { reading });
    return reading;
  };
}

/** The standard output of a command if it is installed, otherwise nothing. */
export function outputOf(host: Host, command: string, ...args: string[]): string {
  return host.which(command) === undefined ? "" : (host.run(command, args)?.out ?? "");
}
