import { spawnSync } from "node:child_process";
import { constants } from "node:os";

/** A command that is waited for, with everything it starts with. */
export interface WaitedCommand {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Its standard input; undefined: nothing is there. */
  readonly input?: Buffer | undefined;
  /** Whether standard error goes where standard output goes. */
  readonly merge: boolean;
  /** Whether it prints where this program does. */
  readonly inherit: boolean;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  readonly umask?: number | undefined;
  /** How long it may take. */
  readonly milliseconds?: number | undefined;
}

/** How a command ended: by itself, by a signal, or because its time was over; or why it could not be started. */
export type Waited =
  | {
      readonly pid: number;
      readonly status: number | null;
      readonly signal: number | null;
      readonly out: Buffer;
      readonly err: Buffer;
    }
  | { readonly expired: true }
  | { readonly errno: string };

const MOST_OUTPUT = 256 * 1024 * 1024;

/** Run a command and wait for it: for code that must have the output at once. */
export function runAndWait(command: WaitedCommand): Waited {
  const { cwd, env, input, inherit, uid, gid, milliseconds } = command;
  const [program = "", ...args] = wrapped(command);
  const output = inherit ? "inherit" : "pipe";
  const ended = spawnSync(program, args, {
    cwd,
    env,
    stdio: [input === undefined ? "ignore" : "pipe", output, output],
    maxBuffer: MOST_OUTPUT,
    killSignal: "SIGKILL",
    ...(input === undefined ? {} : { input }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(milliseconds === undefined ? {} : { timeout: milliseconds }),
  });
  const errno = ended.error === undefined ? undefined : (ended.error as NodeJS.ErrnoException).code;
  if (errno === "ETIMEDOUT") return { expired: true };
  // A command that does not read its input may end all the same.
  if (errno !== undefined && errno !== "EPIPE") return { errno };
  const signal = ended.signal === null ? null : constants.signals[ended.signal];
  const none = Buffer.alloc(0);
  return {
    pid: ended.pid,
    status: ended.status,
    signal,
    out: ended.stdout ?? none,
    err: ended.stderr ?? none,
  };
}

/** What Node cannot do when it starts a process, a shell does before it becomes the command. */
function wrapped({ argv, merge, umask }: WaitedCommand): readonly string[] {
  const steps = [
    ...(umask === undefined ? [] : [`umask ${umask.toString(8).padStart(4, "0")}`]),
    ...(merge ? ["exec 2>&1"] : []),
  ];
  return steps.length === 0 ? argv : ["/bin/sh", "-c", [...steps, 'exec "$@"'].join("; "), "sh", ...argv];
}
