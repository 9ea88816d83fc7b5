import type { Wait } from "./wait.ts";

/** A clock that is not before a moment known to be past: certificates and signatures are judged by it. */
export function clock(past: Date, now: () => number = Date.now): Wait {
  return {
    what: "the clock to be set",
    missing: () =>
      now() >= past.getTime()
        ? undefined
        : `it is at ${day(new Date(now()))}, and has been at ${day(past)} before`,
  };
}

function day(date: Date): string {
  return date.toISOString().slice(0, 16).replace("T", " ");
}
