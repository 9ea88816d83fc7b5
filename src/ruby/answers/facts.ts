import { queried } from "../../facts/query.ts";
import type { KnownFacts } from "../facts.ts";
import type { Answers } from "./answers.ts";

/** Facts, as Facter's API for custom facts asks for them. */
export function factAnswers(known: () => KnownFacts): Answers {
  return {
    "facter.value": (name: string) => queried(known().all(), name) ?? null,
    "facter.core": (name: string) => queried(known().core(), name) ?? null,
    "facter.names": () => [...known().all().keys()],
    "facter.log": (level: string, message: string) => {
      if (level === "warning" || level === "err") known().warn(message);
      return null;
    },
  };
}
