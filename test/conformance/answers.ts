import type { Issue, Place } from "../../src/diagnostics/issue.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import { puppetText } from "../../src/diagnostics/puppet-text.ts";
import { Failure } from "../../src/nostrings.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";

/** What went wrong, as an answer says it; anything but a Failure is a fault of this program and says so. */
export function errorAnswer(error: unknown): Value {
  if (!(error instanceof Failure)) return `Internal error: ${error instanceof Error ? error.stack : error}`;
  const { issue } = error;
  return Hash.of({ message: puppetText(issue), ...placed(issue.place), issue_code: issue.code });
}

/** A line of the log, as an answer has it. */
export function logAnswer({ level, message, source, place, code }: LogEntry): Value {
  const what: Record<string, Value> = { level, message };
  if (source !== undefined) what.source = source;
  if (code !== undefined) what.issue_code = code;
  return Hash.of({ ...what, ...placed(place) });
}

/** What the validator found, as an answer has it. */
export function diagnosticAnswer({ severity, code, message, place }: Issue): Value {
  return Hash.of({ severity, issue_code: code, message, ...placed(place) });
}

function placed({ file, line, column }: Place = {}): Record<string, Value> {
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: BigInt(line) }),
    ...(column === undefined ? {} : { pos: BigInt(column) }),
  };
}
