import type { Type } from "../values/type.ts";
import { AnyType } from "./any-type.ts";
import { ArrayType } from "./array-type.ts";
import { CallableType } from "./callable-type.ts";
import { ClassType } from "./class-type.ts";
import { DATA, RICH_DATA } from "./data-types.ts";
import { EnumType } from "./enum-type.ts";
import { FloatType } from "./float-type.ts";
import { HashType } from "./hash-type.ts";
import { IntegerType } from "./integer-type.ts";
import { NumericType } from "./numeric-type.ts";
import { PatternType } from "./pattern-type.ts";
import { RegexpType } from "./regexp-type.ts";
import { ResourceType } from "./resource-type.ts";
import { ScalarDataType } from "./scalar-data-type.ts";
import { ScalarType } from "./scalar-type.ts";
import { StringType } from "./string-type.ts";
import { TypeType } from "./type-type.ts";
import { UndefType } from "./undef-type.ts";
import { UnitType } from "./unit-type.ts";
import { VariantType } from "./variant-type.ts";

/** The narrowest type that holds the instances of two types. As Puppet sees it, undef gives way to the other type. */
export function commonType(a: Type | undefined, b: Type): Type;
export function commonType(a: Type | undefined, b: Type | undefined): Type | undefined;
export function commonType(a: Type | undefined, b: Type | undefined): Type | undefined {
  if (a === undefined || a instanceof UndefType) return b;
  if (b === undefined || b instanceof UndefType) return a;
  if (a instanceof UnitType) return b;
  if (b instanceof UnitType) return a;
  if (a.isAssignable(b)) return a;
  if (b.isAssignable(a)) return b;
  return commonCollection(a, b) ?? commonScalar(a, b) ?? commonOther(a, b) ?? commonAbstract(a, b);
}

function commonCollection(a: Type, b: Type): Type | undefined {
  if (a instanceof ArrayType && b instanceof ArrayType)
    return new ArrayType(commonType(a.element, b.element));
  if (a instanceof HashType && b instanceof HashType) {
    return new HashType(commonType(a.key, b.key), commonType(a.value, b.value));
  }
  return undefined;
}

function commonScalar(a: Type, b: Type): Type | undefined {
  if (a instanceof IntegerType && b instanceof IntegerType) return a.span(b);
  if (a instanceof FloatType && b instanceof FloatType) return a.span(b);
  if (isText(a) && isText(b)) return commonText(a, b);
  return undefined;
}

function commonOther(a: Type, b: Type): Type | undefined {
  if (a instanceof ClassType && b instanceof ClassType) return ClassType.default;
  if (a instanceof ResourceType && b instanceof ResourceType) return commonResource(a, b);
  if (a instanceof PatternType && b instanceof PatternType)
    return new PatternType([...a.patterns, ...b.patterns]);
  if (a instanceof VariantType && b instanceof VariantType) return VariantType.of([...a.types, ...b.types]);
  if (a instanceof RegexpType && b instanceof RegexpType) return RegexpType.default;
  if (a instanceof CallableType && b instanceof CallableType) return CallableType.default;
  return undefined;
}

function commonResource(a: ResourceType, b: ResourceType): Type {
  return a.typeName === b.typeName ? new ResourceType(a.typeName) : ResourceType.default;
}

type Text = StringType | EnumType;

function isText(type: Type): type is Text {
  return type instanceof StringType || type instanceof EnumType;
}

/** Literal strings add up to an Enum; sizes to one size. */
function commonText(a: Text, b: Text): Type {
  if (a instanceof StringType && b instanceof StringType) {
    if (a.size && b.size) return new StringType(a.size.span(b.size));
    return a.value === undefined || b.value === undefined
      ? StringType.default
      : new EnumType([a.value, b.value]);
  }
  const values = [...(literals(a) ?? []), ...(literals(b) ?? [])];
  return literals(a) && literals(b) ? new EnumType(values) : EnumType.default;
}

function literals(type: Text): readonly string[] | undefined {
  if (type instanceof EnumType) return type.values;
  return type.value === undefined ? undefined : [type.value];
}

/** The abstract type that holds both, from the most specific to Any. */
function commonAbstract(a: Type, b: Type): Type {
  for (const type of [NumericType.default, ScalarDataType.default, ScalarType.default, DATA]) {
    if (type.isAssignable(a) && type.isAssignable(b)) return type;
  }
  if (a instanceof TypeType && b instanceof TypeType) return new TypeType(commonType(a.type, b.type));
  return RICH_DATA.isAssignable(a) && RICH_DATA.isAssignable(b) ? RICH_DATA : AnyType.default;
}
