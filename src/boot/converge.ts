/** How repeated applying ended. */
export interface Convergence {
  readonly ended: "settled" | "unsettled" | "failed" | "interrupted";
  /** The exit code of the last pass. */
  readonly code: number;
  readonly passes: number;
}

/** Exit codes of a pass: those of `apply --detailed-exitcodes`. */
const [UNCHANGED, NOT_RUN, CHANGED] = [0, 1, 2];

/**
 * Apply a site up to `passes` times, until nothing changes: facts are collected and the catalog is compiled anew each
 * time. Failed resources are tried again; what could not be compiled is not, as it has changed nothing.
 */
export async function converge(
  applyOnce: (pass: number) => Promise<number>,
  passes: number,
  interruption: { readonly caught: string | undefined },
): Promise<Convergence> {
  let code = UNCHANGED;
  for (let pass = 1; pass <= passes; pass++) {
    code = await applyOnce(pass);
    if (interruption.caught !== undefined) return { ended: "interrupted", code, passes: pass };
    if (code === UNCHANGED) return { ended: "settled", code, passes: pass };
    if (code === NOT_RUN) return { ended: "failed", code, passes: pass };
  }
  if (code !== CHANGED) return { ended: "failed", code, passes };
  return { ended: passes === 1 ? "settled" : "unsettled", code, passes };
}
