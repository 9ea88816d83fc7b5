import { fail } from "../diagnostics/failure.ts";

/** Fail as a function of Puppet's 3.x API does (`Puppet::ParseError`). */
export function parseError(message: string): never {
  return fail("PARSE_ERROR", message);
}
