import { hash } from "node:crypto";
import { fail } from "../diagnostics/failure.ts";
import { Binary } from "../values/binary.ts";
import { rubyClass } from "../values/rich-data/ruby-class.ts";
import type { Value } from "../values/value.ts";

/** The checksum of a text in hexadecimal; fails as Ruby does for anything else. */
export function hexDigest(algorithm: string, text: Value): string {
  if (typeof text === "string") return hash(algorithm, text, "hex");
  if (text instanceof Binary) return hash(algorithm, text.bytes, "hex");
  return fail("ARGUMENT_ERROR", `no implicit conversion of ${rubyName(text)} into String`);
}

/** Ruby says `nil`, `true` and `false` where it names the class of other values. */
function rubyName(value: Value): string {
  if (value === null) return "nil";
  return typeof value === "boolean" ? String(value) : rubyClass(value);
}
