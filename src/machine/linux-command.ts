import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import type { Command, CommandResult } from "./command.ts";
import type { RunRecord } from "./run-record.ts";
import { givenEnvironment } from "./runtime-variables.ts";
import { systemMessage } from "./system-error.ts";

/** Variables that tell a command whose session it runs in; Puppet removes them too. */
const SESSION_VARIABLES = ["HOME", "USER", "LOGNAME"];
/** One pipe for both streams keeps their lines in order. */
const ONE_STREAM = 'exec "$@" 2>&1';
const GRACE_MILLISECONDS = 5_000;

/** Ids to run a command with; undefined: those of this process. */
export interface Identity {
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/** Run a command in a process group of its own, so that a timeout or an interruption ends its children too. */
export function runCommand(
  command: Command,
  argv: readonly string[],
  identity: Identity,
  record?: RunRecord | undefined,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = start(command, argv, identity);
    const recorded = child.pid === undefined ? undefined : record?.command(child.pid);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let timedOut = false;
    let interrupted = false;
    const alarm = command.timeout ? setTimeout(() => expire(), command.timeout * 1000) : undefined;
    const expire = (): void => {
      timedOut = true;
      stopGroup(child);
    };
    const interrupt = (): void => {
      interrupted = true;
      stopGroup(child);
    };
    command.signal?.addEventListener("abort", interrupt, { once: true });
    const done = (code: number, trouble?: string): void => {
      recorded?.();
      clearTimeout(alarm);
      command.signal?.removeEventListener("abort", interrupt);
      resolve({ code, output: text(out), errors: text(err), timedOut, interrupted, trouble });
    };
    child.stdout?.on("data", (piece: Buffer) => out.push(piece));
    child.stderr?.on("data", (piece: Buffer) => err.push(piece));
    child.once("error", (error) => done(1, cannotStart(command, error)));
    child.once("exit", (code, signal) => afterExit(child, () => done(code ?? 128 + signalNumber(signal))));
    child.stdin?.on("error", () => {});
    child.stdin?.end(command.input ?? "");
  });
}

/** Node names the program when in truth the directory is missing. */
function cannotStart({ cwd }: Command, error: Error): string {
  if (cwd !== undefined && !existsSync(cwd)) return `No such file or directory - ${cwd}`;
  return systemMessage(error);
}

function start(command: Command, argv: readonly string[], { uid, gid }: Identity): ChildProcess {
  const [file, ...args] = command.apart ? argv : ["/bin/sh", "-c", ONE_STREAM, "sh", ...argv];
  return withUmask(command.umask, () =>
    spawn(file!, args, {
      cwd: command.cwd,
      env: environmentOf(command),
      detached: true,
      stdio: [command.input === undefined ? "ignore" : "pipe", "pipe", command.apart ? "pipe" : "ignore"],
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    }),
  );
}

function environmentOf(command: Command): NodeJS.ProcessEnv {
  const env = givenEnvironment();
  for (const name of SESSION_VARIABLES) delete env[name];
  for (const [name, value] of Object.entries(command.env ?? {})) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return env;
}

/** A child inherits the umask at the moment it is made; node has no other way to set it. */
function withUmask<T>(umask: number | undefined, make: () => T): T {
  if (umask === undefined) return make();
  const before = process.umask(umask);
  try {
    return make();
  } finally {
    process.umask(before);
  }
}

function stopGroup(child: ChildProcess): void {
  signalGroup(child, "SIGTERM");
  const kill = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MILLISECONDS);
  child.once("exit", () => clearTimeout(kill));
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group has ended meanwhile.
  }
}

/** A daemon left behind may hold the pipe open for ever: what has arrived by the exit is what counts. */
function afterExit(child: ChildProcess, done: () => void): void {
  let called = false;
  const once = (): void => {
    if (called) return;
    called = true;
    child.stdout?.destroy();
    child.stderr?.destroy();
    done();
  };
  child.once("close", once);
  setTimeout(once, 100).unref();
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : constants.signals[signal];
}

function text(pieces: readonly Buffer[]): string {
  return Buffer.concat(pieces).toString("utf8");
}
