import { type ApplyReport, changeCount } from "../apply/outcome.ts";

/** How exit codes are chosen. */
export interface ExitRules {
  /** `--detailed-exitcodes`: 2 for changes too. */
  readonly detailed: boolean;
  /** Exactly as Puppet: failed resources alone do not make a plain run fail. */
  readonly asPuppet: boolean;
}

/** The exit code of a run: 1 when it was interrupted, 4 for failures, 6 for failures and changes, otherwise 0. */
export function exitCodeOf(report: ApplyReport, { detailed, asPuppet }: ExitRules): number {
  if (report.interrupted) return 1;
  const failed =
    report.failedToGenerate || report.outcomes.some((outcome) => outcome.failed || outcome.failedToRestart);
  const changed = report.outcomes.some((outcome) => changeCount(outcome) > 0);
  if (!failed) return changed && detailed ? 2 : 0;
  if (asPuppet && !detailed) return 0;
  return changed ? 6 : 4;
}
