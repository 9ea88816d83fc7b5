const JOB = Symbol.for("nostrings.job");
const LATE = "ERR_SCRIPT_EXECUTION_TIMEOUT";

/** When the work under way has to be done, by `performance.now()`. */
let end = Number.POSITIVE_INFINITY;

/** Thrown when work was ended because its time was over. */
export class TimeIsOver extends Error {}

/**
 * Do work that is given up after so many seconds, wherever it is by then. Commands that the work waits for get the time
 * that is left (see `timeLeft`). Throws what `late` makes when the time is over.
 */
export function withinTime<T>(seconds: number | undefined, work: () => T, late: () => Error): T {
  if (seconds === undefined) return work();
  const before = end;
  end = Math.min(before, performance.now() + seconds * 1000);
  try {
    return within(timeLeft(Number.POSITIVE_INFINITY), work);
  } catch (error) {
    throw error instanceof TimeIsOver ? late() : error;
  } finally {
    end = before;
  }
}

/** How long something that cannot be interrupted may take, in milliseconds: at most `most`, and a whole number. */
export function timeLeft(most: number): number {
  return Math.max(1, Math.ceil(Math.min(most, end - performance.now())));
}

/**
 * Do work that may take so many milliseconds. V8 ends loops, the backtracking of regular expressions and WebAssembly alike,
 * without running what `catch` or `finally` of the work have, but no command that is waited for. Measured, the cost is
 * 0.15 ms. Throws TimeIsOver.
 */
export function within<T>(milliseconds: number, work: () => T): T {
  if (milliseconds < 1) throw new TimeIsOver();
  try {
    return interruptible(work, Math.ceil(milliseconds));
  } catch (error) {
    throw (error as NodeJS.ErrnoException | null)?.code === LATE ? new TimeIsOver() : error;
  }
}

/** Only what a script does can be ended by V8, and a script sees nothing but the global object. */
function interruptible<T>(work: () => T, milliseconds: number): T {
  const { Script } = process.getBuiltinModule("node:vm");
  const shared = globalThis as unknown as Record<symbol, unknown>;
  const outer = shared[JOB];
  shared[JOB] = work;
  try {
    const script = new Script('globalThis[Symbol.for("nostrings.job")]()', { filename: "job" });
    return script.runInThisContext({ timeout: milliseconds, displayErrors: false }) as T;
  } finally {
    shared[JOB] = outer;
  }
}
