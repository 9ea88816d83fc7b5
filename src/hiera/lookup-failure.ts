import { Failure } from "../diagnostics/failure.ts";
import type { Place } from "../diagnostics/issue.ts";

/** The code of a failed lookup for which Puppet has no code of its own (Puppet::DataBinding::LookupError). */
const LOOKUP_ERROR = "LOOKUP_ERROR";
const COULD_NOT_LOOK_UP = "LOOKUP_FAILED";

/** Raise Puppet's LookupError without an issue code; `place` is in the data or configuration file. */
export function lookupFail(message: string, place?: Place, hint?: string): never {
  throw lookupFailure(message, place, hint);
}

/** A LookupError without an issue code, not yet raised. */
export function lookupFailure(message: string, place?: Place, hint?: string): Failure {
  return new Failure({ code: LOOKUP_ERROR, severity: "error", message, place, hint, told: "nothing" });
}

/** Whether a failure is a LookupError of Puppet, with an issue code (HIERA_...) or without. */
export function isLookupFailure(error: unknown): boolean {
  return (
    error instanceof Failure && (error.issue.code === LOOKUP_ERROR || error.issue.code.startsWith("HIERA_"))
  );
}

/** Codes of what Ruby itself raises below Puppet; such errors are not taken for failed lookups. */
const RUBY_ERRORS: ReadonlySet<string> = new Set([
  "ARGUMENT_ERROR",
  "ARGUMENT_MISMATCH",
  "FILE_ERROR",
  "LOOKUP_MERGE_OPTIONS",
]);

function isRubyError({ issue }: Failure): boolean {
  return issue.place === undefined && RUBY_ERRORS.has(issue.code);
}

/** What a failure becomes when it leaves a lookup: LookupErrors pass, every other error of Puppet becomes one. */
export function asLookupFailure(error: unknown): unknown {
  if (!(error instanceof Failure) || isLookupFailure(error) || isRubyError(error)) return error;
  return new Failure({ ...error.issue, code: LOOKUP_ERROR }, { cause: error });
}

/**
 * What a failure becomes when it leaves the global layer: without a code of its own it names the key asked for, and
 * counts as raised where the lookup was called.
 */
export function globalFailure(error: unknown, topKey: string): unknown {
  if (!(error instanceof Failure) || error.issue.code !== LOOKUP_ERROR) return error;
  const message = `Lookup of key '${topKey}' failed: ${error.issue.message}`;
  const { place, related = [] } = error.issue;
  const there = place ? [{ message: "where it went wrong", place }] : [];
  const issue = {
    ...error.issue,
    code: COULD_NOT_LOOK_UP,
    message,
    place: undefined,
    told: undefined,
    related: [...related, ...there],
  };
  return new Failure(issue, { cause: error });
}
