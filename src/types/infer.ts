import { Binary } from "../values/binary.ts";
import { Default } from "../values/default.ts";
import { Deferred } from "../values/deferred.ts";
import { Hash } from "../values/hash.ts";
import { Iterator } from "../values/iterator.ts";
import { Regexp } from "../values/regexp.ts";
import { RichValue } from "../values/rich-value.ts";
import { SemVer } from "../values/sem-ver.ts";
import { SemVerRange } from "../values/sem-ver-range.ts";
import { Sensitive } from "../values/sensitive.ts";
import { Timespan } from "../values/timespan.ts";
import { Timestamp } from "../values/timestamp.ts";
import type { Type } from "../values/type.ts";
import { Uri } from "../values/uri.ts";
import type { Value } from "../values/value.ts";
import { ArrayType } from "./array-type.ts";
import { BinaryType } from "./binary-type.ts";
import { BooleanType } from "./boolean-type.ts";
import { commonType } from "./common-type.ts";
import { DefaultType } from "./default-type.ts";
import { EnumType } from "./enum-type.ts";
import { FloatType } from "./float-type.ts";
import { HashType } from "./hash-type.ts";
import { inference } from "./inference.ts";
import { IntegerType } from "./integer-type.ts";
import { IteratorType } from "./iterator-type.ts";
import { ObjectInstance } from "./object/object-instance.ts";
import { DEFERRED, LOOKUP_CONTEXT } from "./object/standard-objects.ts";
import { RegexpType } from "./regexp-type.ts";
import { RuntimeType } from "./runtime-type.ts";
import { SemVerRangeType } from "./sem-ver-range-type.ts";
import { SemVerType } from "./sem-ver-type.ts";
import { SensitiveType } from "./sensitive-type.ts";
import { StringType } from "./string-type.ts";
import { StructElement, StructType } from "./struct-type.ts";
import { TimespanType } from "./timespan-type.ts";
import { TimestampType } from "./timestamp-type.ts";
import { TupleType } from "./tuple-type.ts";
import { TypeType } from "./type-type.ts";
import { UndefType } from "./undef-type.ts";
import { UriType } from "./uri-type.ts";
import { VariantType } from "./variant-type.ts";

/** The single type of a value; elements of arrays and hashes are brought to their common type. */
export function infer(value: Value): Type {
  if (Array.isArray(value)) return inferArray(value);
  if (value instanceof Hash) return inferHash(value);
  return inferPlain(value);
}

/** The most detailed type of a value: a Tuple for an array, a Struct for a hash with String keys. */
export function inferSet(value: Value): Type {
  if (Array.isArray(value)) {
    return value.length === 0 ? ArrayType.empty : new TupleType(value.map(inferSet));
  }
  if (value instanceof Hash) return inferHashSet(value);
  if (value instanceof SemVer) return new SemVerType([SemVerRange.between(value, value)]);
  return inferPlain(value);
}

/** The common type of some values, undefined for none. Strings are brought together first, all at once. */
export function inferCommon(values: Iterable<Value>): Type | undefined {
  const strings = new Set<string>();
  let common: Type | undefined;
  for (const value of values) {
    if (typeof value === "string") strings.add(value);
    else common = commonType(common, infer(value));
  }
  if (strings.size === 0) return common;
  const [first] = strings;
  return commonType(common, strings.size === 1 ? new StringType(first) : new EnumType(strings));
}

inference.infer = infer;
inference.inferSet = inferSet;

function inferArray(value: readonly Value[]): Type {
  if (value.length === 0) return ArrayType.empty;
  return new ArrayType(inferCommon(value), IntegerType.exactly(value.length));
}

function inferHash(value: Hash): Type {
  if (value.size === 0) return HashType.empty;
  return new HashType(
    inferCommon(value.keys()),
    inferCommon(value.values()),
    IntegerType.exactly(value.size),
  );
}

function inferHashSet(value: Hash): Type {
  if (value.size === 0) return HashType.empty;
  const entries = [...value];
  if (entries.every(([key]) => typeof key === "string" && key !== "")) {
    return new StructType(entries.map(([key, held]) => new StructElement(String(key), inferSet(held))));
  }
  const keys = VariantType.of(entries.map(([key]) => inferSet(key)));
  const values = VariantType.of(entries.map(([, held]) => inferSet(held)));
  return new HashType(keys, values, IntegerType.exactly(value.size));
}

function inferPlain(value: Value): Type {
  switch (typeof value) {
    case "string":
      return new StringType(value);
    case "bigint":
      return IntegerType.exactly(value);
    case "number":
      return Number.isNaN(value) ? FloatType.default : new FloatType(value, value);
    case "boolean":
      return BooleanType.of(value);
    default:
      return inferObject(value);
  }
}

function inferObject(value: Exclude<Value, string | bigint | number | boolean>): Type {
  if (value === null) return UndefType.default;
  if (value instanceof Default) return DefaultType.default;
  if (value instanceof RichValue) return inferRich(value);
  return new TypeType(value as Type);
}

function inferRich(value: RichValue): Type {
  if (value instanceof Sensitive) return new SensitiveType(infer(value.value));
  if (value instanceof Regexp) return new RegexpType(value);
  if (value instanceof SemVer) return SemVerType.default;
  if (value instanceof SemVerRange) return SemVerRangeType.default;
  if (value instanceof Timespan) return new TimespanType(value, value);
  if (value instanceof Timestamp) return new TimestampType(value, value);
  if (value instanceof Binary) return BinaryType.default;
  if (value instanceof Uri) return UriType.of(value);
  if (value instanceof Iterator) return new IteratorType(value.elementType());
  if (value instanceof ObjectInstance) return value.instanceType();
  if (value instanceof Deferred) return DEFERRED;
  if (value.typeName === LOOKUP_CONTEXT.name) return LOOKUP_CONTEXT;
  return new RuntimeType("ruby", value.typeName);
}
