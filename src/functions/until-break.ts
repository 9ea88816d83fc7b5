import { BreakSignal } from "../evaluate/control.ts";

/** Run an iteration that `break()` in its lambda ends. */
export function untilBreak(iteration: () => void): void {
  try {
    iteration();
  } catch (thrown) {
    if (!(thrown instanceof BreakSignal)) throw thrown;
  }
}
