import type { Experiment, Promised } from "./experiment.ts";
import { type Measure, median } from "./measure.ts";

/** A promise and what was found. */
export interface Verdict {
  readonly promised: Promised;
  readonly ratio: number;
  readonly holds: boolean;
}

/**
 * Judge the promises of an experiment by the median of the rounds' ratios: what else goes on on the machine hits both
 * sides of a round, and drops out.
 */
export function judge({ commands, promises }: Experiment, runs: readonly Measure[][]): Verdict[] {
  const names = Object.keys(commands);
  const runsOf = (name: string): readonly Measure[] => runs[names.indexOf(name)]!;
  return promises.map((promised) => {
    const key = promised.measure ?? "seconds";
    const [ours, theirs] = [runsOf(promised.of), runsOf(promised.to)];
    const ratio = median(ours.map((run, round) => run[key] / theirs[round]![key]));
    return { promised, ratio, holds: ratio <= promised.atMost };
  });
}

/** A ratio as people say it: `3.21`, `1/27.5`. */
export function shownRatio(ratio: number): string {
  return ratio >= 1 ? ratio.toFixed(2) : `1/${(1 / ratio).toFixed(1)}`;
}
