import { DEFAULT } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import { RichValue } from "../../values/rich-value.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { ObjectType } from "../object/object-type.ts";
import { TypeSetType } from "../object/type-set-type.ts";
import { TypeAliasType } from "../type-alias-type.ts";

const RICH_CLASSES: Readonly<Record<string, string>> = {
  Binary: "Puppet::Pops::Types::PBinaryType::Binary",
  Iterator: "Puppet::Pops::Types::Iterator",
  Regexp: "Regexp",
  SemVer: "SemanticPuppet::Version",
  SemVerRange: "SemanticPuppet::VersionRange",
  Sensitive: "Puppet::Pops::Types::PSensitiveType::Sensitive",
  Timespan: "Puppet::Pops::Time::Timespan",
  Timestamp: "Puppet::Pops::Time::Timestamp",
  URI: "URI::Generic",
};

/** The name that some of Puppet's messages give the kind of a value: that of its Ruby class. */
export function className(value: Value): string {
  if (value === null) return "NilClass";
  if (value === true) return "TrueClass";
  if (value === false) return "FalseClass";
  if (typeof value === "string") return "String";
  if (typeof value === "bigint") return "Integer";
  if (typeof value === "number") return "Float";
  if (value === DEFAULT) return "Symbol";
  if (Array.isArray(value)) return "Array";
  if (value instanceof Hash) return "Hash";
  if (value instanceof RichValue) return RICH_CLASSES[value.typeName] ?? value.typeName;
  return `Puppet::Pops::Types::P${typeClass(value as Type)}Type`;
}

/** The same where a message asks for a label: types are called by their own name. */
export function classLabel(value: Value): string {
  return value instanceof Type ? `${typeClass(value)}-Type` : className(value);
}

function typeClass(type: Type): string {
  if (type instanceof ObjectType) return "Object";
  if (type instanceof TypeAliasType) return "TypeAlias";
  return type instanceof TypeSetType ? "TypeSet" : type.name;
}
