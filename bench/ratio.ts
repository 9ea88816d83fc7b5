import type { Measure } from "./measure.ts";

/** A promise about a ratio of two measures, and what was found. */
export interface Ratio {
  readonly what: string;
  readonly ratio: number;
  readonly atMost: number;
}

/** `a` takes at most `atMost` times the time of `b`. */
export function timeRatio(what: string, a: Measure, b: Measure, atMost: number): Ratio {
  return { what, ratio: a.seconds / b.seconds, atMost };
}

/** `a` holds at most `atMost` times the memory of `b`. */
export function memoryRatio(what: string, a: Measure, b: Measure, atMost: number): Ratio {
  return { what, ratio: a.megabytes / b.megabytes, atMost };
}

/** A line of the result; says whether the promise holds. */
export function ratioLine({ what, ratio, atMost }: Ratio): string {
  const verdict = ratio <= atMost ? "holds" : "MISSED";
  return `${verdict.padEnd(7)} ${what}: ${precise(ratio)} (at most ${precise(atMost)})`;
}

function precise(ratio: number): string {
  return ratio >= 1 ? ratio.toFixed(2) : `1/${(1 / ratio).toFixed(1)}`;
}
