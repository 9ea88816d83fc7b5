import { availableParallelism, hostname } from "node:os";
import { runAndWait } from "../../machine/run-and-wait.ts";
import { type Bytes, bytesOf, textOrBytes } from "../codec/bytes.ts";
import type { PlainAnswers } from "./answers.ts";

interface RunRequest {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input: string | Bytes | null;
  readonly merge: boolean;
  readonly inherit: boolean;
  readonly uid: number | null;
  readonly gid: number | null;
  readonly umask: number | null;
  readonly milliseconds: number | null;
}

/** Child processes, and what is known of this one. `millisecondsLeft` is how long anything may take at all. */
export function processAnswers(millisecondsLeft: () => number): PlainAnswers {
  return {
    "process.run": (request: RunRequest) => {
      const left = Math.max(1, Math.ceil(millisecondsLeft()));
      const waited = runAndWait({
        ...request,
        input: request.input === null ? undefined : bytesOf(request.input),
        uid: request.uid ?? undefined,
        gid: request.gid ?? undefined,
        umask: request.umask ?? undefined,
        milliseconds: Math.min(left, request.milliseconds ?? left),
      });
      if (!("pid" in waited)) return { ...waited };
      return { ...waited, out: textOrBytes(waited.out), err: textOrBytes(waited.err) };
    },
    "process.ids": () => ({
      uid: process.getuid!(),
      euid: process.geteuid!(),
      gid: process.getgid!(),
      egid: process.getegid!(),
      pid: process.pid,
      ppid: process.ppid,
      processors: availableParallelism(),
      hostname: hostname(),
    }),
    "process.kill": (signal: number, pid: number) => {
      try {
        process.kill(pid, signal);
        return null;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? "EINVAL";
      }
    },
  };
}
