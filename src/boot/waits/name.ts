import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Wait } from "./wait.ts";

const PATIENCE = 10_000;

/** An address for a host's name. */
export function nameOf(host: string, resolve: (host: string) => Promise<unknown> = lookup): Wait {
  return {
    what: `the address of ${host}`,
    async missing() {
      try {
        return await Promise.race([found(resolve(host)), noAnswer()]);
      } catch (error) {
        return WORDS[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as Error).message;
      }
    },
  };
}

const WORDS: Readonly<Record<string, string>> = {
  EAI_AGAIN: "the name server cannot be reached",
  ENOTFOUND: "the name is not known",
};

async function found(answer: Promise<unknown>): Promise<undefined> {
  await answer;
}

async function noAnswer(): Promise<string> {
  await sleep(PATIENCE, undefined, { ref: false });
  return "the name server does not answer";
}
