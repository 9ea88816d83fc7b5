import type { Value } from "../values/value.ts";

/** What a regular expression matched: `$0` is the whole, `$1` ... the groups. */
export class MatchData {
  readonly #groups: readonly (string | undefined)[];

  constructor(groups: readonly (string | undefined)[]) {
    this.#groups = groups;
  }

  /** A group's text; undef when the group took no part in the match or does not exist. */
  group(number: number): Value {
    return this.#groups[number] ?? null;
  }
}
