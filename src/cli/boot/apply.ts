import { ApplyRun } from "../apply/run.ts";
import type { Invocation } from "../command.ts";

/** How repeated applying ended. */
export interface Convergence {
  readonly ended: "settled" | "unsettled" | "failed" | "interrupted";
  /** The exit code of the last pass. */
  readonly code: number;
  readonly passes: number;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Exit codes of `apply --detailed-exitcodes`. */
const [UNCHANGED, NOT_RUN, CHANGED] = [0, 1, 2];

/**
 * Apply a site up to `passes` times, until nothing changes: facts are collected and the catalog is compiled anew each
 * time. Failed resources are tried again; what could not be compiled is not, as it has changed nothing.
 */
export async function bootApply(
  invocation: Invocation,
  passes: number,
  begins: (pass: number) => void,
): Promise<Convergence> {
  const options = invocation.options.with({ detailed_exitcodes: true });
  const signals = new SignalWatch();
  try {
    return await converged({ ...invocation, options }, passes, begins, () => signals.caught);
  } finally {
    signals.end();
  }
}

async function converged(
  invocation: Invocation,
  passes: number,
  begins: (pass: number) => void,
  interrupted: () => boolean,
): Promise<Convergence> {
  let code = UNCHANGED;
  for (let pass = 1; pass <= passes; pass++) {
    begins(pass);
    code = await new ApplyRun(invocation).run();
    if (interrupted()) return { ended: "interrupted", code, passes: pass };
    if (code === UNCHANGED) return { ended: "settled", code, passes: pass };
    if (code === NOT_RUN) return { ended: "failed", code, passes: pass };
  }
  if (code !== CHANGED) return { ended: "failed", code, passes };
  return { ended: passes === 1 ? "settled" : "unsettled", code, passes };
}

/** Knows whether a signal has asked for the end since. */
class SignalWatch {
  caught = false;
  readonly #note = (): void => {
    this.caught = true;
  };

  constructor() {
    for (const name of SIGNALS) process.on(name, this.#note);
  }

  end(): void {
    for (const name of SIGNALS) process.off(name, this.#note);
  }
}
