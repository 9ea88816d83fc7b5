import type { Type } from "../../values/type.ts";
import { construction } from "../construction.ts";
import type { DescribedSignature } from "../mismatch/signatures.ts";
import { NotUndefType } from "../not-undef-type.ts";
import { ObjectExtensionType } from "../object/object-extension-type.ts";
import { ObjectType } from "../object/object-type.ts";
import { OptionalType } from "../optional-type.ts";
import type { TupleType } from "../tuple-type.ts";
import { newArray } from "./array.ts";
import { newBinary } from "./binary.ts";
import { newBoolean } from "./boolean.ts";
import type { Constructor } from "./constructor.ts";
import { signaturesOf } from "./dispatch.ts";
import { newHash } from "./hash.ts";
import { newInteger } from "./integer.ts";
import { newFloat, newNumeric } from "./numeric.ts";
import { objectSignatures } from "./object.ts";
import { newString } from "./string.ts";
import { newTimespan, newTimestamp } from "./times.ts";
import { newUri } from "./uri.ts";
import { newSemVer, newSemVerRange } from "./versions.ts";
import { newRegexp, newSensitive, newType, newUnit } from "./wrappers.ts";

const BY_NAME: Readonly<Record<string, Constructor>> = {
  Array: newArray,
  Binary: newBinary,
  Boolean: newBoolean,
  Float: newFloat,
  Hash: newHash,
  Integer: newInteger,
  Numeric: newNumeric,
  Regexp: newRegexp,
  SemVer: newSemVer,
  SemVerRange: newSemVerRange,
  Sensitive: newSensitive,
  String: newString,
  Struct: newHash,
  Timespan: newTimespan,
  Timestamp: newTimestamp,
  Tuple: newArray,
  Type: newType,
  Unit: newUnit,
  URI: newUri,
};

/** What makes instances of a type that is neither an Object type nor Init; undefined when nothing does. */
export function constructorOf(type: Type): Constructor | undefined {
  const inner = type.unaliased();
  if (inner instanceof OptionalType) return inner.type && constructorOf(inner.type);
  if (inner instanceof NotUndefType) return inner.type ? constructorOf(inner.type) : newUnit;
  return inner instanceof ObjectType ? undefined : BY_NAME[inner.name];
}

/** The Object type whose instances a type describes, if it is one. */
export function objectTypeOf(type: Type): ObjectType | undefined {
  const inner = type.unaliased();
  if (inner instanceof ObjectExtensionType) return inner.base;
  return inner instanceof ObjectType ? inner : undefined;
}

function signatures(type: Type): readonly DescribedSignature[] | undefined {
  const object = objectTypeOf(type);
  if (object) return objectSignatures(object);
  const maker = constructorOf(type);
  return maker && signaturesOf(maker);
}

construction.parametersOf = (type: Type): readonly TupleType[] | undefined =>
  signatures(type)?.map((signature) => signature.type.params!);
