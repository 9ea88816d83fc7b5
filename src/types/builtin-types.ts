import { AnyType } from "./any-type.ts";
import { ArrayType } from "./array-type.ts";
import { BinaryType } from "./binary-type.ts";
import { BooleanType } from "./boolean-type.ts";
import { CallableType } from "./callable-type.ts";
import { CatalogEntryType } from "./catalog-entry-type.ts";
import { ClassType } from "./class-type.ts";
import { CollectionType } from "./collection-type.ts";
import { DATA, LOOKUP_KEY, LOOKUP_VALUE, RICH_DATA, RICH_DATA_KEY } from "./data-types.ts";
import { DefaultType } from "./default-type.ts";
import { EnumType } from "./enum-type.ts";
import { FloatType } from "./float-type.ts";
import { HashType } from "./hash-type.ts";
import "./infer.ts";
import type { Type } from "../values/type.ts";
import { InitType } from "./init-type.ts";
import { IntegerType } from "./integer-type.ts";
import { IterableType } from "./iterable-type.ts";
import { IteratorType } from "./iterator-type.ts";
import { NotUndefType } from "./not-undef-type.ts";
import { NumericType } from "./numeric-type.ts";
import { ObjectType } from "./object/object-type.ts";
import {
  ANNOTATION,
  DEFERRED,
  ERROR,
  LOOKUP_CONTEXT,
  PCORE,
  RUBY_METHOD,
} from "./object/standard-objects.ts";
import { TypeSetType } from "./object/type-set-type.ts";
import { OptionalType } from "./optional-type.ts";
import { PatternType } from "./pattern-type.ts";
import { RegexpType } from "./regexp-type.ts";
import { ResourceType } from "./resource-type.ts";
import { RuntimeType } from "./runtime-type.ts";
import { ScalarDataType } from "./scalar-data-type.ts";
import { ScalarType } from "./scalar-type.ts";
import { SemVerRangeType } from "./sem-ver-range-type.ts";
import { SemVerType } from "./sem-ver-type.ts";
import { SensitiveType } from "./sensitive-type.ts";
import { StringType } from "./string-type.ts";
import { StructType } from "./struct-type.ts";
import { TimespanType } from "./timespan-type.ts";
import { TimestampType } from "./timestamp-type.ts";
import { TupleType } from "./tuple-type.ts";
import { TypeAliasType } from "./type-alias-type.ts";
import { TypeReferenceType } from "./type-reference-type.ts";
import { TypeType } from "./type-type.ts";
import { UndefType } from "./undef-type.ts";
import { UriType } from "./uri-type.ts";
import { VariantType } from "./variant-type.ts";

const OF_THE_TYPE_SYSTEM: readonly Type[] = [
  AnyType.default,
  ArrayType.default,
  BinaryType.default,
  BooleanType.default,
  CallableType.default,
  CatalogEntryType.default,
  ClassType.default,
  CollectionType.default,
  DefaultType.default,
  EnumType.default,
  FloatType.default,
  HashType.default,
  InitType.default,
  IntegerType.default,
  IterableType.default,
  IteratorType.default,
  NotUndefType.default,
  NumericType.default,
  ObjectType.default,
  OptionalType.default,
  PatternType.default,
  RegexpType.default,
  ResourceType.default,
  RuntimeType.default,
  ScalarDataType.default,
  ScalarType.default,
  SemVerRangeType.default,
  SemVerType.default,
  SensitiveType.default,
  StringType.default,
  StructType.default,
  TimespanType.default,
  TimestampType.default,
  TupleType.default,
  TypeReferenceType.default,
  TypeType.default,
  UndefType.default,
  UriType.default,
  VariantType.default,
  DATA,
  RICH_DATA_KEY,
  RICH_DATA,
  LOOKUP_KEY,
  LOOKUP_VALUE,
  LOOKUP_CONTEXT,
  ANNOTATION,
  PCORE,
  RUBY_METHOD,
  DEFERRED,
  ERROR,
];

/** Resource types that every environment has, whatever its modules. */
export const CORE_RESOURCE_TYPES: readonly string[] = [
  "Component",
  "Exec",
  "File",
  "Filebucket",
  "Group",
  "Node",
  "Notify",
  "Package",
  "Resources",
  "Schedule",
  "Service",
  "Stage",
  "Tidy",
  "User",
  "Whit",
];

const DEFAULTS: ReadonlySet<Type> = new Set<Type>([ObjectType.default, ResourceType.default]);
const UNRESOLVED_ALIAS = new TypeAliasType("UnresolvedAlias", () => TypeReferenceType.default);

const byName = new Map<string, Type>([
  ...OF_THE_TYPE_SYSTEM.map((type): [string, Type] => [type.name.toLowerCase(), type]),
  ["typeset", TypeSetType.default],
  ["typealias", UNRESOLVED_ALIAS],
  ...CORE_RESOURCE_TYPES.map((name): [string, Type] => [name.toLowerCase(), new ResourceType(name)]),
]);

/** The type of a name that needs no loading, in any case; undefined for other names. */
export function builtinType(name: string): Type | undefined {
  return byName.get(name) ?? byName.get(name.toLowerCase());
}

/** What set a built-in type, as messages about taken names have it; undefined when the name is free. */
export function builtinTypeOrigin(name: string): string | undefined {
  const type = builtinType(name);
  if (type === undefined || type === ERROR) return undefined;
  const isLoaded = type instanceof ResourceType || type instanceof ObjectType || type.unaliased() !== type;
  const isDefault = OF_THE_TYPE_SYSTEM.includes(type) && (!isLoaded || DEFAULTS.has(type));
  return isDefault ? "Originally set by Puppet-Type-System/Static-Loader." : "Set at unknown location";
}

/** The names `builtinType` knows, for suggestions. */
export function builtinTypeNames(): string[] {
  const names = OF_THE_TYPE_SYSTEM.map((type) => type.name);
  return [...names, "TypeSet", "TypeAlias", ...CORE_RESOURCE_TYPES];
}
