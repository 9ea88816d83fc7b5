import { Script } from "node:vm";

/** Where a script of its own finds what it is to run: scripts share nothing but the global object. */
const JOB = Symbol.for("nostrings.ruby.job");
const jobs = globalThis as { [JOB]?: (() => unknown) | undefined };
let script: Script | undefined;

/** Thrown when work was ended because its time was over. No `catch` or `finally` of the work has run. */
export class TimeIsOver extends Error {}

/**
 * Run `work`, at most for so many milliseconds; V8 ends it even within WebAssembly. Costs a tenth of a millisecond. A child
 * process that is waited for is not ended.
 */
export function within<T>(milliseconds: number, work: () => T): T {
  if (milliseconds < 1) throw new TimeIsOver();
  script ??= new Script(`(0, globalThis[Symbol.for("nostrings.ruby.job")])()`);
  const outer = jobs[JOB];
  jobs[JOB] = work;
  try {
    return script.runInThisContext({ timeout: Math.ceil(milliseconds) }) as T;
  } catch (error) {
    throw isTimeout(error) ? new TimeIsOver() : error;
  } finally {
    jobs[JOB] = outer;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
