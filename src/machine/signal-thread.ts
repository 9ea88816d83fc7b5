import { Worker } from "node:worker_threads";

/** What the thread and the program share: 32-bit numbers at these places. */
const [COUNT, LAST, READY, ENDS_CHILDREN] = [0, 1, 2, 3];

/**
 * Counts the signals that ask for the end. Node tells the program of a signal only when the program waits; one that
 * evaluates a manifest does not. Only Node's internal binding hears signals in another thread. Where Node no longer has
 * it, the thread ends, and a signal is heard when the program next waits, as without it.
 *
 * The program may wait for a command instead (an external fact, `generate()`): then the command is asked to end too.
 */
const PROGRAM = `
const { workerData: { shared, numbers } } = require("node:worker_threads");
const { readdirSync, readFileSync } = require("node:fs");
process.emitWarning = () => {};
const { Signal } = require("internal/test/binding").internalBinding("signal_wrap");
const below = (process) => {
  const tasks = readdirSync("/proc/" + process + "/task").map((task) => "/proc/" + process + "/task/" + task);
  const children = tasks.flatMap((task) => readFileSync(task + "/children", "latin1").split(" ").filter(Boolean));
  return children.flatMap((child) => {
    try { return [child, ...below(child)]; } catch { return [child]; }
  });
};
const endChildren = (signal) => {
  for (const child of below("self")) try { process.kill(Number(child), signal); } catch {}
};
const heard = (number) => {
  Atomics.store(shared, ${LAST}, number);
  Atomics.add(shared, ${COUNT}, 1);
  if (Atomics.load(shared, ${ENDS_CHILDREN}) === 0) return;
  try { endChildren("SIGTERM"); } catch {}
  setTimeout(() => {
    if (Atomics.load(shared, ${ENDS_CHILDREN}) === 1) try { endChildren("SIGKILL"); } catch {}
  }, 5000);
};
for (const number of numbers) {
  const handle = new Signal();
  handle.onsignal = heard;
  handle.start(number);
}
Atomics.store(shared, ${READY}, 1);
Atomics.notify(shared, ${READY});
`;

/** A thread that hears signals while the program is busy. */
export class SignalThread {
  readonly #shared = new Int32Array(new SharedArrayBuffer(16));
  readonly #worker: Worker;

  /** Hear the signals with these numbers. */
  constructor(numbers: readonly number[]) {
    this.#worker = new Worker(PROGRAM, {
      eval: true,
      workerData: { shared: this.#shared, numbers },
      execArgv: ["--expose-internals"],
    });
    this.#worker.on("error", () => undefined);
    this.#worker.unref();
  }

  /** Wait until it hears, at most so many milliseconds. */
  wait(milliseconds: number): void {
    Atomics.wait(this.#shared, READY!, 0, milliseconds);
  }

  /** How many signals it has heard. */
  get count(): number {
    return Atomics.load(this.#shared, COUNT!);
  }

  /** The number of the last signal. */
  get last(): number {
    return Atomics.load(this.#shared, LAST!);
  }

  /** Whether commands that the program waits for are asked to end as well. */
  endsChildren(ends: boolean): void {
    Atomics.store(this.#shared, ENDS_CHILDREN!, ends ? 1 : 0);
  }

  end(): void {
    void this.#worker.terminate();
  }
}
