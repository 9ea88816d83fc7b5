import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { hostname, machine, networkInterfaces, release, type, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { Failure } from "../diagnostics/failure.ts";
import { givenEnvironment } from "../machine/runtime-variables.ts";
import { timeLeft } from "../machine/time-limit.ts";
import { readRegularText } from "../source/read-file.ts";
import type { CommandOutput, FileSystemSize, Host } from "./host.ts";
import { request } from "./http.ts";

/** Where the tools of the superuser are, which the search path of others leaves out. */
const MORE_PATHS = ["/sbin", "/usr/sbin"];

/** This machine. Nothing is looked at before it is asked for. */
export function localHost(warn: (message: string) => void): Host {
  return {
    env: process.env,
    get hostname() {
      return hostname();
    },
    get system() {
      return { name: type(), release: release(), machine: machine() };
    },
    get user() {
      return currentUser();
    },
    read: (path) => attempt(() => readRegularText(path), warn),
    list: (path) => attempt(() => readdirSync(path).sort()) ?? [],
    exists: existsSync,
    isDirectory: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
    isExecutable,
    which,
    run: (command, args) => run(which(command) ?? command, args),
    sizeOf: (path) => attempt(() => statfsSync(path, { bigint: true })) as FileSystemSize | undefined,
    addresses: () => attempt(networkInterfaces) ?? {},
    http: request,
    warn,
  };
}

/** What cannot be read is as good as not there. */
function attempt<T>(read: () => T, warn?: (message: string) => void): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) warn?.(error.message);
    return undefined;
  }
}

/** A user without an account still has a number. */
function currentUser(): Host["user"] {
  const { uid, gid, username } = attempt(() => userInfo()) ?? {
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    username: String(process.getuid?.() ?? 0),
  };
  return { uid: BigInt(uid), gid: BigInt(gid), name: username };
}

function which(command: string): string | undefined {
  if (command.includes("/")) return isExecutable(command) ? command : undefined;
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...MORE_PATHS].filter(
    (folder) => folder !== "",
  );
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  return (
    attempt(() => {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    }) ?? false
  );
}

/** How long a command that collects facts may take, in milliseconds. */
const DEADLINE_MS = 10_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Run a command in the C locale and wait for it; undefined when it cannot be started or takes too long. */
export function run(
  command: string,
  args: readonly string[],
  deadline = DEADLINE_MS,
): CommandOutput | undefined {
  const ended = spawnSync(command, args, {
    encoding: "utf8",
    env: { ...givenEnvironment(), LANG: "C", LC_ALL: "C" },
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeLeft(deadline),
  });
  return ended.error ? undefined : { out: ended.stdout, err: ended.stderr };
}
