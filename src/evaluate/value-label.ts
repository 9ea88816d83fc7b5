import { withArticle } from "../syntax/label.ts";
import { Hash } from "../values/hash.ts";
import { RichValue } from "../values/rich-value.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** What rich values are called where it is not plainly "Object". */
const RICH_LABELS: Readonly<Record<string, string>> = {
  Binary: "Binary",
  Regexp: "Regexp",
  SemVer: "Semver",
  SemVerRange: "SemverRange",
  Sensitive: "Sensitive",
  Timespan: "Timespan",
  Timestamp: "Timestamp",
};

/** What Puppet's messages call a value by its kind: `Integer`, `Undef Value`, `File['/x'] Resource-Reference`. */
export function valueLabel(value: Value): string {
  if (value === null) return "Undef Value";
  if (typeof value === "string") return "String";
  if (typeof value === "bigint") return "Integer";
  if (typeof value === "number") return "Float";
  if (typeof value === "boolean") return "Boolean";
  if (Array.isArray(value)) return "Array";
  if (value instanceof Hash) return "Hash";
  if (value instanceof Type) return typeLabel(value);
  return value instanceof RichValue ? (RICH_LABELS[value.typeName] ?? "Object") : "Object";
}

/** A reference to one resource is called so; everything else that is a type is called a type. */
function typeLabel(type: Type): string {
  return "title" in type && type.title !== undefined ? `${type} Resource-Reference` : `${type}-Type`;
}

/** The label of a value with its indefinite article. */
export function labelled(value: Value): string {
  return withArticle(valueLabel(value));
}
