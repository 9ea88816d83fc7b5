import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { AnyType } from "../any-type.ts";
import { InitType } from "../init-type.ts";
import { IterableType } from "../iterable-type.ts";
import { IteratorType } from "../iterator-type.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { ObjectExtensionType } from "../object/object-extension-type.ts";
import { ObjectType } from "../object/object-type.ts";
import { TypeSetType } from "../object/type-set-type.ts";
import { OptionalType } from "../optional-type.ts";
import { RuntimeType } from "../runtime-type.ts";
import { SensitiveType } from "../sensitive-type.ts";
import { StringType } from "../string-type.ts";
import { TypeType } from "../type-type.ts";
import { className } from "./class-name.ts";
import { checkKeys, flatKeys, type KeyKind, typeKey, wrongArity } from "./keys.ts";

const STRING: KeyKind = { label: "String", accepts: (key) => typeof key === "string" };

/** Access to a type that takes exactly one type. */
function ofOneType(label: string, make: (type: Type) => Type): (type: Type, given: readonly Value[]) => Type {
  return (_type, given) => {
    const keys = flatKeys(given);
    if (keys.length !== 1) wrongArity(label, keys.length, 1);
    return make(typeKey(label, keys[0]));
  };
}

export const accessType = ofOneType("Type-Type", (type) => new TypeType(type));
export const accessSensitive = ofOneType("Sensitive-Type", (type) => new SensitiveType(type));
export const accessIterable = ofOneType("Iterable-Type", (type) => new IterableType(type));
export const accessIterator = ofOneType("Iterator-Type", (type) => new IteratorType(type));

export function accessOptional(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length !== 1) wrongArity("Optional-Type", keys.length, 1);
  const [key] = keys;
  return new OptionalType(typeof key === "string" ? new StringType(key) : typeKey("Optional-Type", key));
}

export function accessNotUndef(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length > 1) wrongArity("NotUndef-Type", keys.length, 0, 1);
  const [key] = keys;
  if (key === undefined || key instanceof AnyType) return NotUndefType.default;
  if (typeof key === "string") return new NotUndefType(new StringType(key));
  if (key instanceof Type) return new NotUndefType(key);
  fail(
    "BAD_NOT_UNDEF_SLICE_TYPE",
    `NotUndef-Type[] argument must be a Type or a String. Got ${className(key)}`,
  );
}

export function accessInit(_type: Type, keys: readonly Value[]): Type {
  const [key, ...args] = keys;
  return new InitType(typeKey("Init-Type", key), args);
}

export function accessRuntime(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length !== 2) wrongArity(type, keys.length, 1, 2);
  checkKeys(type, keys, 2, STRING, STRING);
  return new RuntimeType(keys[0] as string, keys[1] as string);
}

/** `Object[{...}]` defines a type, `Name[...]` gives one its parameters. */
export function accessObject(type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (type instanceof ObjectType && type.givenName !== undefined) return ObjectExtensionType.of(type, keys);
  if (keys.length !== 1) wrongArity("Object-Type", keys.length, 1);
  const [hash] = keys;
  return hash instanceof Hash ? ObjectType.of(hash) : notAHash(hash!);
}

export function accessTypeSet(_type: Type, given: readonly Value[]): Type {
  const keys = flatKeys(given);
  if (keys.length !== 1) wrongArity("TypeSet-Type", keys.length, 1);
  const [hash] = keys;
  return hash instanceof Hash ? TypeSetType.of(hash) : notAHash(hash!);
}

function notAHash(value: Value): never {
  fail("RUNTIME_ERROR", `Expected a Hash that defines the type, got ${className(value)}`);
}
