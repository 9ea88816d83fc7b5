import { fail } from "../diagnostics/failure.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { accessClass, accessResource, type Reference } from "./access/catalog-entries.ts";
import {
  accessArray,
  accessCallable,
  accessCollection,
  accessHash,
  accessStruct,
  accessTuple,
  accessVariant,
} from "./access/collections.ts";
import { typeLabel } from "./access/keys.ts";
import {
  accessBoolean,
  accessEnum,
  accessFloat,
  accessInteger,
  accessPattern,
  accessRegexp,
  accessSemVer,
  accessString,
  accessTimespan,
  accessTimestamp,
  accessUri,
} from "./access/scalars.ts";
import {
  accessInit,
  accessIterable,
  accessIterator,
  accessNotUndef,
  accessObject,
  accessOptional,
  accessRuntime,
  accessSensitive,
  accessTypeSet,
  accessType as accessTypeType,
} from "./access/wrappers.ts";
import { withArticle } from "./article.ts";
import { ClassType } from "./class-type.ts";
import { ObjectType } from "./object/object-type.ts";
import { TypeSetType } from "./object/type-set-type.ts";
import { ResourceType } from "./resource-type.ts";
import { TypeAliasType } from "./type-alias-type.ts";
import { TypeReferenceType } from "./type-reference-type.ts";

const BY_NAME: Readonly<Record<string, (type: Type, keys: readonly Value[]) => Type>> = {
  Array: accessArray,
  Boolean: accessBoolean,
  Callable: accessCallable,
  Collection: accessCollection,
  Enum: accessEnum,
  Float: accessFloat,
  Hash: accessHash,
  Init: accessInit,
  Integer: accessInteger,
  Iterable: accessIterable,
  Iterator: accessIterator,
  NotUndef: accessNotUndef,
  Optional: accessOptional,
  Pattern: accessPattern,
  Regexp: accessRegexp,
  Runtime: accessRuntime,
  SemVer: accessSemVer,
  Sensitive: accessSensitive,
  String: accessString,
  Struct: accessStruct,
  Timespan: accessTimespan,
  Timestamp: accessTimestamp,
  Tuple: accessTuple,
  Type: accessTypeType,
  URI: accessUri,
  Variant: accessVariant,
};

/**
 * `T[...]`: a type with its parameters. Resources and classes with several titles give an array, and undef where
 * all titles are undef. Parameters of a resource (`File['x']['mode']`) are not looked up here.
 */
export function accessType(type: Type, keys: readonly Value[]): Reference {
  if (type instanceof ResourceType) return accessResource(type, keys);
  if (type instanceof ClassType) return accessClass(type, keys);
  if (type instanceof ObjectType) return accessObject(type, keys);
  if (type instanceof TypeSetType) return accessTypeSet(type, keys);
  if (type instanceof TypeReferenceType) {
    fail("UNKNOWN_RESOURCE_TYPE", `Resource type not found: ${type.typeString}`);
  }
  const access = type instanceof TypeAliasType ? undefined : BY_NAME[type.name];
  if (access) return access(type, keys);
  fail("OPERATOR_NOT_APPLICABLE", `Operator '[]' is not applicable to ${withArticle(typeLabel(type))}.`);
}
