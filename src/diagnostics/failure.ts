import type { Issue, Place } from "./issue.ts";

/**
 * The one exception of the language: an issue on its way to whoever reports it. Code that cannot see the
 * source raises it without a place; the nearest caller that can, places it (see `placed`).
 */
export class Failure extends Error {
  readonly issue: Issue;

  constructor(issue: Issue, options?: ErrorOptions) {
    super(issue.message, options);
    this.name = "Failure";
    this.issue = issue;
  }

  /** This failure with a place, unless it already has one. */
  placed(place: Place): Failure {
    if (this.issue.place) return this;
    return new Failure({ ...this.issue, place }, { cause: this.cause });
  }
}

/** Raise an unplaced error: a code, the words, and optionally what to do about it. */
export function fail(code: string, message: string, hint?: string): never {
  throw new Failure({ code, severity: "error", message, hint });
}
