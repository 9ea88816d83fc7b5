import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { RichValue } from "../../values/rich-value.ts";
import type { Value } from "../../values/value.ts";

/** Fail because a value cannot take part in a merge, in the words of Puppet's type assertions. */
export function mergeMismatch(subject: string, expected: string, value: Value): never {
  return fail("TYPE_MISMATCH", `${subject} has wrong type, expects ${expected}, got ${shortType(value)}`);
}

/** The bare name of a value's type, as messages about data need it. */
export function shortType(value: Value): string {
  if (value === null) return "Undef";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "bigint") return "Integer";
  if (typeof value === "number") return "Float";
  if (typeof value === "string") return "String";
  if (Array.isArray(value)) return value.length === 0 ? "Array" : "Tuple";
  if (value instanceof Hash)
    return [...value.keys()].every((key) => typeof key === "string" && key !== "") ? "Struct" : "Hash";
  return value instanceof RichValue ? value.typeName : "Type";
}
