import { setTimeout as sleep } from "node:timers/promises";

/** Time as those who wait see it; tests have a quicker one. All in milliseconds. */
export interface Pace {
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

/** The machine's own time, which setting the clock does not move. */
export const REAL_PACE: Pace = { now: () => performance.now(), sleep };

/** Waits between tries, each twice the one before, up to half a minute, with a quarter left to chance. */
export function* backoff(chance: () => number = Math.random): Generator<number, never> {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30_000)) yield Math.round(wait * (0.75 + chance() / 2));
}
