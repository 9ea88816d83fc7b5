import { processStart } from "../../machine/process-start.ts";
import { readState } from "../write-state.ts";
import type { Wait } from "./wait.ts";

/** Another run that holds the lock on changing this machine, such as one by a timer. */
export function otherRun(lockFile: string): Wait {
  return {
    what: "another run of nostrings",
    missing() {
      const holder = readState(lockFile) as { pid?: number; started?: string; command?: string } | undefined;
      const lives = holder?.pid !== undefined && processStart(holder.pid) === holder.started;
      return lives ? `process ${holder.pid} changes this machine: ${holder.command}` : undefined;
    },
  };
}
