import { rubyClass } from "../values/ruby/class.ts";
import { rubyInspect } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";
import { parseError } from "./parse-error.ts";

/** Check every argument of an old validation; there must be one at least. */
export function validateEach(name: string, args: readonly Value[], check: (value: Value) => void): void {
  if (args.length === 0) parseError(`${name}(): wrong number of arguments (0; must be > 0)`);
  for (const arg of args) check(arg);
}

/** Fail because a value is not of a kind: `1 is not a string.  It looks to be a Integer`. */
export function notA(kind: string, value: Value): never {
  return parseError(`${rubyInspect(value)} is not ${kind}.  It looks to be a ${rubyClass(value)}`);
}

/** Fail unless a value is a string for which something holds. */
export function validText(value: Value, holds: (text: string) => boolean, complaint: string): void {
  if (typeof value !== "string") parseError(`${rubyInspect(value)} is not a string.`);
  if (!holds(value)) parseError(`${rubyInspect(value)} is not ${complaint}`);
}
