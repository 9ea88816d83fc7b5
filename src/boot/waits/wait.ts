import type { Pace } from "../pace.ts";

/** Something to wait for. */
export interface Wait {
  /** In a sentence: `the network`. */
  readonly what: string;
  /** Why it is not there yet; undefined: it is. */
  missing(): Promise<string | undefined> | string | undefined;
}

/** How long to wait, and who is told of it. */
export interface Patience extends Pace {
  /** The moment on the pace's clock after which waiting is given up. */
  readonly deadline: number;
  say(message: string): void;
  /** When aborted, waiting ends with its reason. */
  readonly end?: AbortSignal | undefined;
}

const LOOK_AGAIN = 500;
const TELL_AGAIN = 10_000;

/** Wait until something is there; gives why it is not when the deadline has passed. What it waits for is told. */
export async function waited(wait: Wait, patience: Patience): Promise<string | undefined> {
  const started = patience.now();
  let told: { readonly why: string; readonly at: number } | undefined;
  for (;;) {
    patience.end?.throwIfAborted();
    const why = await wait.missing();
    const now = patience.now();
    if (why === undefined) {
      if (told) patience.say(`Waited ${seconds(now - started)} s for ${wait.what}`);
      return undefined;
    }
    if (now >= patience.deadline) return why;
    if (told?.why !== why || now - told.at >= TELL_AGAIN) {
      const left = seconds(patience.deadline - now);
      patience.say(`Waiting for ${wait.what}: ${why} (for at most ${left} s more)`);
      told = { why, at: now };
    }
    await patience.sleep(Math.min(LOOK_AGAIN, patience.deadline - now));
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0);
}
