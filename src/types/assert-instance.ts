import { fail } from "../diagnostics/failure.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { inference } from "./inference.ts";
import { describeMismatch } from "./mismatch/describe.ts";

/** The value, when it is an instance of the type; otherwise fails with "<subject> has wrong type, expects ...". */
export function assertInstance<T extends Value>(subject: string, expected: Type, value: T): T {
  if (expected.isInstance(value)) return value;
  fail("TYPE_MISMATCH", describeMismatch(`${subject} has wrong type,`, expected, inference.inferSet(value)));
}

/** The type, when it is assignable; otherwise fails with "<subject> is incorrect, expects ...". */
export function assertAssignable(subject: string, expected: Type, type: Type): Type {
  if (expected.isAssignable(type)) return type;
  fail("TYPE_MISMATCH", describeMismatch(`${subject} is incorrect,`, expected, type));
}
