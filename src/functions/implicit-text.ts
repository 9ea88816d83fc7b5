import { fail } from "../diagnostics/failure.ts";
import { rubyClass } from "../values/ruby/class.ts";
import type { Value } from "../values/value.ts";

/** A text where Ruby takes nothing else; fails in Ruby's words. */
export function implicitText(value: Value): string {
  if (typeof value === "string") return value;
  return fail("ARGUMENT_ERROR", `no implicit conversion of ${rubyName(value)} into String`);
}

/** Ruby says `nil`, `true` and `false` where it names the class of other values. */
function rubyName(value: Value): string {
  if (value === null) return "nil";
  return typeof value === "boolean" ? String(value) : rubyClass(value);
}
