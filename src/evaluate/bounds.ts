import { Failure } from "../diagnostics/failure.ts";
import { placeOf } from "../diagnostics/issue.ts";
import { latestNode } from "./evaluate.ts";

/** The part of V8's heap that a compilation may fill. */
const MOST_OF_HEAP = 0.75;
/** Looking costs microseconds, so only every so many calls do. */
const CALLS_BETWEEN = 4096;

let calls = 0;

/** Fail before the memory is gone, which would end the process; asked at every call of a lambda or function. */
export function checkMemory(): void {
  calls = (calls + 1) % CALLS_BETWEEN;
  if (calls !== 0 || !isNearlyFull()) return;
  collectGarbage();
  if (!isNearlyFull()) return;
  throw new Failure({
    code: "OUT_OF_MEMORY",
    severity: "error",
    message: `The compilation needs more memory than there is (${heapMebibytes()} MiB)`,
    hint: "A loop may collect values without end.",
  });
}

function isNearlyFull(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = statistics();
  return used > limit * MOST_OF_HEAP;
}

function heapMebibytes(): number {
  return Math.floor(statistics().heap_size_limit / 2 ** 20);
}

function statistics() {
  return process.getBuiltinModule("node:v8").getHeapStatistics();
}

/** V8 shows its `gc` only to scripts that start after the flag is set. */
function collectGarbage(): void {
  process.getBuiltinModule("node:v8").setFlagsFromString("--expose-gc");
  (process.getBuiltinModule("node:vm").runInNewContext("gc") as () => void)();
}

/** What is said when compiling takes longer than it may, at what was being evaluated. */
export function timeoutFailure(seconds: number): Failure {
  const node = latestNode();
  return new Failure({
    code: "COMPILATION_TIMEOUT",
    severity: "error",
    message: `Compilation took longer than --timeout allows (${seconds} seconds)`,
    place: node && placeOf(node.span),
    hint: "A loop or recursion may have no end, or a regular expression try too many ways to match.",
  });
}
