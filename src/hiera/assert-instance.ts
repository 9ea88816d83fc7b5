import { fail } from "../diagnostics/failure.ts";
import type { Type } from "../types/type.ts";
import type { Value } from "../values/value.ts";
import { shortType } from "./merge/mismatch.ts";

/** The value, unless it is not of the type: then fail as Puppet's type assertions do. */
export function assertInstance(subject: string, type: Type, value: Value): Value {
  if (type.isInstance(value)) return value;
  const article = /^[AEIOU]/i.test(type.name) ? "an" : "a";
  return fail(
    "TYPE_MISMATCH",
    `${subject} has wrong type, expects ${article} ${type.name} value, got ${shortType(value)}`,
  );
}
