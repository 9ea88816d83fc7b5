import type { Place } from "../diagnostics/issue.ts";

/** The command line, or a file of options, is wrong: the words say how. Ends with exit code 1 and a pointer to the help. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly place: Place | undefined;

  constructor(message: string, place?: Place) {
    super(message);
    this.place = place;
  }
}
