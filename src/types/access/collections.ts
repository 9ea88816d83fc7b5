import { fail } from "../../diagnostics/failure.ts";
import { DEFAULT } from "../../values/default.ts";
import { Hash } from "../../values/hash.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { ArrayType } from "../array-type.ts";
import { CallableType } from "../callable-type.ts";
import { CollectionType } from "../collection-type.ts";
import { EnumType } from "../enum-type.ts";
import { HashType } from "../hash-type.ts";
import { IntegerType } from "../integer-type.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { OptionalType } from "../optional-type.ts";
import { StringType } from "../string-type.ts";
import { StructElement, StructType } from "../struct-type.ts";
import { TupleType } from "../tuple-type.ts";
import { UndefType } from "../undef-type.ts";
import { UnitType } from "../unit-type.ts";
import { VariantType } from "../variant-type.ts";
import { className } from "./class-name.ts";
import {
  badKey,
  checkKeys,
  flatKeys,
  integerRange,
  isRangeKey,
  type KeyKind,
  sizeKeys,
  typeKey,
  typeOfKey,
  wrongArity,
} from "./keys.ts";

const TYPE: KeyKind = { label: "Any-Type", accepts: (key) => key instanceof Type };
const HASH: KeyKind = { label: "Hash", accepts: (key) => key instanceof Hash };

export function accessCollection(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length < 1 || keys.length > 2) wrongArity("Collection-Type", keys.length, 1, 2);
  return new CollectionType(sizeKeys(...keys));
}

export function accessArray(_type: Type, given: readonly Value[]): Type {
  const [first, ...sizes] = flatKeys(given);
  const count = first === undefined ? 0 : sizes.length + 1;
  if (count < 1 || count > 3) wrongArity("Array-Type", count, 1, 3);
  if (count === 2 && !(first instanceof Type)) return new ArrayType(undefined, sizeKeys(first!, ...sizes));
  const element = typeKey("Array-Type", first);
  return new ArrayType(element, sizes.length === 0 ? undefined : sizeKeys(...sizes));
}

export function accessHash(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  const [key, value, ...sizes] = keys;
  if (keys.length === 2 && typeof key === "bigint" && typeof value === "bigint") {
    return new HashType(undefined, undefined, integerRange(key, value));
  }
  for (const type of keys.slice(0, 2)) typeKey("Hash-Type", type);
  if (keys.length < 2 || keys.length > 4) wrongArity("Hash-Type", keys.length, 2, 4);
  const size = sizes.length === 0 ? undefined : hashSize(sizes);
  return new HashType(key as Type, value as Type, size);
}

function hashSize(sizes: readonly Value[]): IntegerType {
  const [size] = sizes;
  return sizes.length === 1 && size instanceof IntegerType ? size : sizeKeys(...sizes);
}

export function accessTuple(type: Type, given: readonly Value[]): Type {
  const { rest, size } = splitSize(flatKeys(given));
  checkKeys(type, rest, Infinity, TYPE);
  return new TupleType(rest as Type[], size);
}

/** Keys with the one or two range keys at their end taken off. */
function splitSize(keys: readonly Value[]): { rest: readonly Value[]; size: IntegerType | undefined } {
  if (!isRangeKey(keys.at(-1))) return { rest: keys, size: undefined };
  if (isRangeKey(keys.at(-2)))
    return { rest: keys.slice(0, -2), size: integerRange(keys.at(-2), keys.at(-1)) };
  return { rest: keys.slice(0, -1), size: integerRange(keys.at(-1), DEFAULT) };
}

export function accessStruct(type: Type, keys: readonly Value[]): Type {
  checkKeys(type, keys, 1, HASH);
  return new StructType([...(keys[0] as Hash)].map(([key, value]) => structElement(key, value)));
}

export function accessVariant(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  checkKeys(type, keys, Infinity, TYPE);
  return VariantType.of(keys as Type[]);
}

/** `Callable[params...]` or `Callable[[params...], Return]`. */
export function accessCallable(type: Type, keys: readonly Value[]): Type {
  const [first, returns] = keys;
  if (!Array.isArray(first)) return callableOf(keys, undefined);
  if (keys.length !== 2) wrongArity(type, keys.length, 2, 2);
  if (!(returns instanceof Type)) badKey(type, returns!, "Any-Type");
  return callableOf(first, returns);
}

/** The block comes last, before it the number of arguments, before that their types. */
function callableOf(keys: readonly Value[], returns: Type | undefined): Type {
  const last = keys.at(-1);
  const block = last instanceof Type && last.isCallable() ? last : undefined;
  const { rest, size } = splitSize(block ? keys.slice(0, -1) : keys);
  const types = rest.length === 0 && size && size.max > 0 ? [UnitType.default] : rest.map(typeOfKey);
  return new CallableType(new TupleType(types, size), block, returns);
}

/** An element of `Struct[{key => type}]`: a key by itself is optional when its value may be undef. */
export function structElement(key: Value, held: Value): StructElement {
  const value = typeOfKey(held);
  if (typeof key !== "string") return new StructElement(literalOf(key), value, key instanceof OptionalType);
  if (key === "") fail("RUNTIME_ERROR", "Struct element key cannot be an empty String");
  return new StructElement(key, value, value.isAssignable(UndefType.default));
}

/** The literal string that a key type stands for. */
function literalOf(key: Value): string {
  const literal = literalType(key);
  if (literal instanceof StringType && literal.value !== undefined) return literal.value;
  fail("RUNTIME_ERROR", `Unable to extract a non-empty literal string from Struct member key type ${key}`);
}

function literalType(key: Value): Type | undefined {
  if (key instanceof NotUndefType || key instanceof OptionalType) return key.type;
  if (key instanceof StringType) return key;
  if (key instanceof EnumType) return key.values.length === 1 ? new StringType(key.values[0]!) : undefined;
  const expected = "Expected NotUndef, Optional, String, or Enum";
  fail("RUNTIME_ERROR", `Illegal Struct member key type. ${expected}. Got: ${className(key)}`);
}
