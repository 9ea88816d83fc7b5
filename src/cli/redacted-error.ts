import { Failure } from "../diagnostics/failure.ts";
import type { Redactor } from "../report/redactor.ts";

/** An error without the secrets of a run, to be thrown on to where they are not known. */
export function redactedError(error: unknown, redactor: Redactor): unknown {
  if (error instanceof Failure) {
    const { message, hint, related, ...issue } = error.issue;
    return new Failure({ ...issue, ...redactor.redactAll({ message, hint, related: related?.map(told) }) });
  }
  if (!(error instanceof Error)) return error;
  error.message = redactor.redact(error.message);
  if (error.stack !== undefined) error.stack = redactor.redact(error.stack);
  return error;
}

/** Places hold whole sources, which have no secrets in them: only what is said of them is kept. */
function told({ message, place: { file, line, column } }: NonNullable<Failure["issue"]["related"]>[number]) {
  return { message, place: { file, line, column } };
}
