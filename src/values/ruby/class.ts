import { RichValue } from "../rich-value.ts";
import { Type } from "../type.ts";
import type { Value } from "../value.ts";

const RUBY_CLASSES: Readonly<Record<string, string>> = {
  Regexp: "Regexp",
  SemVer: "SemanticPuppet::Version",
  SemVerRange: "SemanticPuppet::VersionRange",
  Timestamp: "Puppet::Pops::Time::Timestamp",
  Timespan: "Puppet::Pops::Time::Timespan",
  Binary: "Puppet::Pops::Types::PBinaryType::Binary",
  URI: "URI::Generic",
  Deferred: "Puppet::Pops::Types::PDeferredType::Deferred",
  Sensitive: "Puppet::Pops::Types::PSensitiveType::Sensitive",
  Iterator: "Puppet::Pops::Types::Iterator",
};

/** The Ruby class that Puppet's messages name for a value. */
export function rubyClass(value: Value): string {
  if (value === null) return "NilClass";
  if (typeof value === "string") return "String";
  if (typeof value === "bigint") return "Integer";
  if (typeof value === "number") return "Float";
  if (typeof value === "boolean") return value ? "TrueClass" : "FalseClass";
  if (Array.isArray(value)) return "Array";
  if (value instanceof Type) return `Puppet::Pops::Types::P${value.name}Type`;
  if (value instanceof RichValue)
    return RUBY_CLASSES[value.typeName] ?? `Puppet::Pops::Types::${value.typeName}`;
  return String(value) === "default" ? "Symbol" : "Hash";
}
