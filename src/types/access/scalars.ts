import { fail } from "../../diagnostics/failure.ts";
import { Default } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import { Timespan } from "../../values/timespan.ts";
import { Timestamp } from "../../values/timestamp.ts";
import type { Type } from "../../values/type.ts";
import { Uri } from "../../values/uri.ts";
import type { Value } from "../../values/value.ts";
import { BooleanType } from "../boolean-type.ts";
import { EnumType } from "../enum-type.ts";
import { FloatType } from "../float-type.ts";
import { IntegerType } from "../integer-type.ts";
import { timespanOfFields } from "../new/timespan-fields.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { OptionalType } from "../optional-type.ts";
import { PatternType } from "../pattern-type.ts";
import { RegexpType } from "../regexp-type.ts";
import { SemVerType } from "../sem-ver-type.ts";
import { StringType } from "../string-type.ts";
import { StructElement, StructType } from "../struct-type.ts";
import { TimespanType } from "../timespan-type.ts";
import { TimestampType } from "../timestamp-type.ts";
import { TypeType } from "../type-type.ts";
import { UndefType } from "../undef-type.ts";
import { UriType } from "../uri-type.ts";
import { VariantType } from "../variant-type.ts";
import { className } from "./class-name.ts";
import { checkKeys, flatKeys, integerRange, type KeyKind, sizeKeys, wrongArity } from "./keys.ts";

const STRING: KeyKind = { label: "String", accepts: (key) => typeof key === "string" };
const REGEXP: KeyKind = { label: "Regexp", accepts: (key) => key instanceof Regexp };
const PATTERN: KeyKind = { label: "Pattern-Type", accepts: (key) => key instanceof PatternType };
const REGEXP_TYPE: KeyKind = { label: "Regexp-Type", accepts: (key) => key instanceof RegexpType };
const TRUE: KeyKind = { label: "TrueClass", accepts: (key) => key === true };
const FALSE: KeyKind = { label: "FalseClass", accepts: (key) => key === false };
const RANGE: KeyKind = {
  label: "SemanticPuppet::VersionRange",
  accepts: (key) => key instanceof SemVerRange,
};

export function accessBoolean(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  checkKeys(type, keys, 1, TRUE, FALSE);
  return BooleanType.of(keys[0] === true);
}

export function accessEnum(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  const last = keys.at(-1);
  const values = typeof last === "boolean" ? keys.slice(0, -1) : keys;
  checkKeys(type, values, Infinity, STRING);
  return new EnumType(values as string[], last === true);
}

export function accessInteger(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length < 1 || keys.length > 2) {
    fail(
      "BAD_INTEGER_SLICE_ARITY",
      `Integer-Type supports [] with one or two arguments (from, to). Got ${keys.length}`,
    );
  }
  for (const key of keys) {
    if (typeof key === "bigint" || key instanceof Default) continue;
    const expected = "Integer-Type [] requires all arguments to be integers (or default)";
    fail("BAD_INTEGER_SLICE_TYPE", `${expected}. Got ${className(key)}`);
  }
  return integerRange(...keys);
}

export function accessFloat(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length < 1 || keys.length > 2) {
    fail(
      "BAD_INTEGER_SLICE_ARITY",
      `Float-Type supports [] with one or two arguments (from, to). Got ${keys.length}`,
    );
  }
  for (const key of keys) {
    if (typeof key === "bigint" || typeof key === "number" || key instanceof Default) continue;
    const expected = "Float-Type [] requires all arguments to be floats, or integers (or default)";
    fail("BAD_INTEGER_SLICE_TYPE", `${expected}. Got ${className(key)}`);
  }
  const [from, to] = keys.map((key) => (key instanceof Default ? undefined : Number(key)));
  return new FloatType(from, to);
}

export function accessString(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length < 1 || keys.length > 2) {
    fail("BAD_STRING_SLICE_ARITY", `String supports [] with one or two arguments. Got ${keys.length}`);
  }
  return new StringType(sizeKeys(...keys));
}

export function accessRegexp(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length !== 1) wrongArity(type, keys.length, 1);
  checkKeys(type, keys, 1, STRING, REGEXP);
  return new RegexpType(regexpOf(keys[0]!));
}

export function accessPattern(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  checkKeys(type, keys, Infinity, STRING, REGEXP, PATTERN, REGEXP_TYPE);
  return new PatternType(keys.flatMap(patternsOf));
}

function patternsOf(key: Value): readonly Regexp[] {
  if (key instanceof PatternType) return key.patterns;
  if (key instanceof RegexpType) return [key.regexp ?? new Regexp("")];
  return [regexpOf(key)];
}

function regexpOf(key: Value): Regexp {
  return key instanceof Regexp ? key : Regexp.checked(String(key));
}

export function accessSemVer(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  checkKeys(type, keys, Infinity, STRING, RANGE);
  return new SemVerType(
    keys.map((key) => (key instanceof SemVerRange ? key : SemVerRange.parse(String(key)))),
  );
}

export function accessTimestamp(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length > 2) wrongArity(type, keys.length, 0, 2);
  const [from, to] = keys.map(timestampOf);
  return new TimestampType(from, to);
}

export function accessTimespan(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length > 2) wrongArity(type, keys.length, 0, 2);
  const [from, to] = keys.map(timespanOf);
  return new TimespanType(from, to);
}

function timestampOf(key: Value): Timestamp | undefined {
  if (key === null || key instanceof Default || key instanceof Timestamp)
    return key instanceof Timestamp ? key : undefined;
  if (typeof key === "string") return Timestamp.parse(key);
  if (key instanceof Hash) {
    const format = key.get("format") as string | readonly string[] | undefined;
    return Timestamp.parse(String(key.get("string")), format, key.get("timezone") as string | undefined);
  }
  return new Timestamp(nanoseconds(key, "Timestamp"));
}

function timespanOf(key: Value): Timespan | undefined {
  if (key === null || key instanceof Default || key instanceof Timespan)
    return key instanceof Timespan ? key : undefined;
  if (typeof key === "string") return Timespan.parse(key);
  if (key instanceof Hash) return timespanOfFields(key);
  return new Timespan(nanoseconds(key, "Timespan"));
}

function nanoseconds(seconds: Value, kind: string): bigint {
  if (typeof seconds === "bigint") return seconds * 1_000_000_000n;
  if (typeof seconds === "number") return BigInt(Math.trunc(seconds * 1e9));
  fail("RUNTIME_ERROR", `Unable to create a Puppet::Pops::Time::${kind} from a ${className(seconds)}`);
}

export function accessUri(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length !== 1) wrongArity("URI-Type", keys.length, 1);
  const [key] = keys;
  if (!uriParameterType().isInstance(key!)) {
    fail("BAD_TYPE_SLICE_TYPE", `URI-Type[] arguments must be types. Got ${className(key!)}`);
  }
  return typeof key === "string" ? UriType.of(Uri.parse(key)) : new UriType(key as Hash);
}

const TEXT_PARTS = ["scheme", "userinfo", "host", "path", "query", "fragment", "opaque"];
let known: Type | undefined;

/** What the parameter of `URI[...]` may be: a URI, or a hash of what its parts must match. */
export function uriParameterType(): Type {
  known ??= new VariantType([StringType.nonEmpty, partsType()]);
  return known;
}

function partsType(): Type {
  const presence = [NotUndefType.default, UndefType.default].map((type) => new TypeType(type));
  const kinds = [PatternType.default, EnumType.default].map((type) => new TypeType(type));
  const text = new VariantType([StringType.nonEmpty, RegexpType.default, ...kinds, ...presence]);
  const port = new VariantType([new IntegerType(0n), ...presence]);
  const elements = TEXT_PARTS.map((part) => new StructElement(part, new OptionalType(text), true));
  return new StructType([...elements, new StructElement("port", new OptionalType(port), true)]);
}
