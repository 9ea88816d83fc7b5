import { Scope } from "../../evaluate/scope.ts";
import { ClassType } from "../../types/class-type.ts";
import { ResourceType } from "../../types/resource-type.ts";
import { Binary } from "../../values/binary.ts";
import type { Closure } from "../../values/closure.ts";
import { Default } from "../../values/default.ts";
import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import { Iterator } from "../../values/iterator.ts";
import { Regexp } from "../../values/regexp.ts";
import type { RichValue } from "../../values/rich-value.ts";
import { RubyObject } from "../../values/ruby-object.ts";
import { SemVer } from "../../values/sem-ver.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import { Sensitive } from "../../values/sensitive.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import { Type } from "../../values/type.ts";
import { Uri } from "../../values/uri.ts";
import type { Value } from "../../values/value.ts";
import type { Wire } from "../engine/session.ts";
import type { ProgramObjects } from "./program-objects.ts";

/** What crosses to Ruby: values, and what only calls have. */
export type Crossing = Value | Scope | Closure | undefined;

const LARGEST = 2n ** 53n;
/** Ruby's hashes keep the order of such keys, objects here would not. */
const UNSAFE_KEY = /^[$_\d]/;

/** A value as the channel has it; see src/ruby/lib/nostrings/codec.rb. */
export function encode(value: Crossing, objects: ProgramObjects): Wire {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "bigint":
      return value < LARGEST && value > -LARGEST ? Number(value) : { $: "integer", v: String(value) };
    case "number":
      return { $: "float", v: Number.isFinite(value) ? floatToText(value) : String(value) };
    case "undefined":
      return null;
    default:
      return encodeObject(value, objects);
  }
}

function encodeObject(
  value: Exclude<Crossing, string | boolean | bigint | number | undefined>,
  objects: ProgramObjects,
): Wire {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((member: Value) => encode(member, objects));
  if (value instanceof Hash) return encodeHash(value, objects);
  if (value instanceof Default) return { $: "default" };
  if (value instanceof Type) return encodeType(value);
  if (value instanceof Scope) return { $: "scope", v: objects.scopes.numberOf(value) };
  if ("parameters" in value && "call" in value) return encodeClosure(value as Closure, objects);
  return encodeRich(value as RichValue, objects);
}

function encodeHash(hash: Hash, objects: ProgramObjects): Wire {
  const entries = [...hash];
  if (entries.every(([key]) => typeof key === "string" && !UNSAFE_KEY.test(key))) {
    return Object.fromEntries(entries.map(([key, value]) => [key, encode(value, objects)]));
  }
  return { $: "hash", v: entries.map(([key, value]) => [encode(key, objects), encode(value, objects)]) };
}

function encodeType(type: Type): Wire {
  if (type instanceof ClassType) return { $: "reference", v: ["class", type.className ?? null] };
  if (type instanceof ResourceType && type.typeName !== undefined) {
    return { $: "reference", v: [type.typeName, type.title ?? null] };
  }
  return { $: "type", v: type.toString() };
}

function encodeClosure(closure: Closure, objects: ProgramObjects): Wire {
  const parameters = closure.parameters.map(({ name, optional, capturesRest }) => [
    name,
    optional,
    capturesRest,
  ]);
  return { $: "closure", v: objects.closures.numberOf(closure), parameters };
}

function encodeRich(value: RichValue, objects: ProgramObjects): Wire {
  if (value instanceof Sensitive) return { $: "sensitive", v: encode(value.value, objects) };
  if (value instanceof RubyObject) return encodeRubyObject(value, objects);
  if (value instanceof Regexp) return { $: "regexp", v: [value.source, value.options] };
  if (value instanceof Binary) return { $: "binary", v: value.toString() };
  if (value instanceof Timestamp) return { $: "timestamp", v: String(value.nanoseconds) };
  if (value instanceof Timespan) return { $: "timespan", v: String(value.nanoseconds) };
  if (value instanceof SemVer) return { $: "version", v: value.toString() };
  if (value instanceof SemVerRange) return { $: "range", v: value.toString() };
  if (value instanceof Uri) return { $: "uri", v: value.toString() };
  if (value instanceof Iterator) return value.toArray().map((member) => encode(member, objects));
  return { $: "program", v: objects.values.numberOf(value), class: value.typeName, text: value.toString() };
}

function encodeRubyObject({ typeName, text, kept }: RubyObject, objects: ProgramObjects): Wire {
  if (kept === undefined) return { $: "symbol", v: text };
  if (kept.generation === objects.generation()) return { $: "ruby", v: kept.number };
  throw new Error(`the ${typeName} object of Ruby is gone: the Ruby that had it ended`);
}
