import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { SemVer } from "../../values/sem-ver.ts";
import { SemVerRange } from "../../values/sem-ver-range.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { assertInstance } from "../assert-instance.ts";
import { NOT_EMPTY } from "../collection-type.ts";
import { HashType } from "../hash-type.ts";
import { OptionalType } from "../optional-type.ts";
import { PatternType } from "../pattern-type.ts";
import { SemVerRangeType } from "../sem-ver-range-type.ts";
import { SemVerType } from "../sem-ver-type.ts";
import { StringType } from "../string-type.ts";
import { StructElement, StructType } from "../struct-type.ts";
import { TypeType } from "../type-type.ts";
import { VariantType } from "../variant-type.ts";
import { OBJECT, QUALIFIED_REFERENCE, SIMPLE_TYPE_NAME } from "./i12n-types.ts";
import { ObjectType } from "./object-type.ts";
import type { TypeSetType } from "./type-set-type.ts";

/** The authority that names without one belong to. */
export const RUNTIME_NAME_AUTHORITY = "http://puppet.com/2016.1/runtime";

const URI_TEXT = new PatternType([new Regexp("\\A[A-Za-z][A-Za-z0-9+.-]*:\\S*\\z")]);
const VERSION = new VariantType([StringType.nonEmpty, SemVerType.default]);
const RANGE = new VariantType([StringType.nonEmpty, SemVerRangeType.default]);
const PCORE_VERSIONS = SemVerRange.parse("1.x");

const optional = (name: string, type: Type) => new StructElement(name, type, true);
const annotations = optional(
  "annotations",
  new OptionalType(new HashType(TypeType.default, HashType.default)),
);

const REFERENCE = new StructType([
  new StructElement("name", QUALIFIED_REFERENCE),
  new StructElement("version_range", RANGE),
  optional("name_authority", URI_TEXT),
  annotations,
]);

const TYPE_SET = new StructType([
  optional("pcore_uri", URI_TEXT),
  new StructElement("pcore_version", VERSION),
  optional("name_authority", URI_TEXT),
  optional("name", QUALIFIED_REFERENCE),
  optional("version", VERSION),
  optional("types", new HashType(SIMPLE_TYPE_NAME, new VariantType([TypeType.default, OBJECT]), NOT_EMPTY)),
  optional("references", new HashType(SIMPLE_TYPE_NAME, REFERENCE, NOT_EMPTY)),
  annotations,
]);

/** Another set that a set refers to under an alias. */
export interface TypeSetReference {
  readonly name: string;
  readonly nameAuthority: string;
  readonly range: SemVerRange;
  /** The set itself; fails when it cannot be found or its version does not fit. */
  typeSet(): TypeSetType;
}

/** What a type set is made of. */
export interface TypeSetDefinition {
  readonly name: string | undefined;
  readonly nameAuthority: string;
  readonly pcoreUri: string | undefined;
  readonly pcoreVersion: SemVer;
  readonly version: SemVer | undefined;
  readonly types: ReadonlyMap<string, Type>;
  readonly references: ReadonlyMap<string, TypeSetReference>;
}

/** Read and check the hash of a type set. */
export function readTypeSet(
  set: TypeSetType,
  hash: Hash,
  givenName: string | undefined,
  find: (name: string) => Type | undefined,
): TypeSetDefinition {
  assertInstance("TypeSet initializer", TYPE_SET, hash);
  const name = givenName ?? text(hash, "name");
  const pcoreVersion = version(hash.get("pcore_version"))!;
  if (!PCORE_VERSIONS.includes(pcoreVersion)) {
    const known = `Expected range ${PCORE_VERSIONS}, got ${pcoreVersion}`;
    fail(
      "RUNTIME_ERROR",
      `The pcore version for TypeSet '${name}' is not understood by this runtime. ${known}`,
    );
  }
  const nameAuthority = text(hash, "name_authority") ?? RUNTIME_NAME_AUTHORITY;
  const types = readTypes(name, hash);
  return {
    name,
    nameAuthority,
    pcoreUri: text(hash, "pcore_uri"),
    pcoreVersion,
    version: version(hash.get("version")),
    types,
    references: readReferences(set, { name, nameAuthority, types }, hash, find),
  };
}

function text(hash: Hash, key: string): string | undefined {
  return (hash.get(key) as string | null | undefined) ?? undefined;
}

function version(value: Value | undefined): SemVer | undefined {
  if (typeof value === "string") return SemVer.parse(value);
  return value instanceof SemVer ? value : undefined;
}

function readTypes(setName: string | undefined, hash: Hash): Map<string, Type> {
  const types = (hash.get("types") as Hash | undefined) ?? Hash.empty;
  return new Map(
    [...types].map(([key, value]): [string, Type] => {
      if (value instanceof Type) return [String(key), value];
      return [String(key), new ObjectType(`${setName}::${key}`, () => value as Hash)];
    }),
  );
}

type Named = Pick<TypeSetDefinition, "name" | "nameAuthority" | "types">;

function readReferences(
  set: TypeSetType,
  named: Named,
  hash: Hash,
  find: (name: string) => Type | undefined,
): Map<string, TypeSetReference> {
  const references = new Map<string, TypeSetReference>();
  for (const [key, value] of (hash.get("references") as Hash | undefined) ?? Hash.empty) {
    const reference = readReference(set, named, value as Hash, find);
    checkReference(named, String(key), reference, references);
    references.set(String(key), reference);
  }
  return references;
}

function readReference(
  set: TypeSetType,
  named: Named,
  hash: Hash,
  find: (name: string) => Type | undefined,
): TypeSetReference {
  const written = hash.get("version_range");
  const range = written instanceof SemVerRange ? written : SemVerRange.parse(String(written));
  const name = text(hash, "name")!;
  const label = `TypeSet '${named.name}' reference to TypeSet named '${name}'`;
  return {
    name,
    nameAuthority: text(hash, "name_authority") ?? named.nameAuthority,
    range,
    typeSet: () => resolveReference(set, label, range, find(name)),
  };
}

function resolveReference(
  set: TypeSetType,
  label: string,
  range: SemVerRange,
  found: Type | undefined,
): TypeSetType {
  if (!found) fail("RUNTIME_ERROR", `${label} cannot be resolved`);
  if (found.constructor !== set.constructor) fail("RUNTIME_ERROR", `${label} resolves to a ${found.name}`);
  const typeSet = found as TypeSetType;
  const { version: given } = typeSet.definition;
  if (given && range.includes(given)) return typeSet;
  fail(
    "RUNTIME_ERROR",
    `${label} resolves to an incompatible version. Expected ${range}, got ${given ?? ""}`,
  );
}

/** One alias for one set, and not the name of a type. */
function checkReference(
  { name, types }: Named,
  alias: string,
  reference: TypeSetReference,
  others: ReadonlyMap<string, TypeSetReference>,
): void {
  const overlaps = [...others.values()].some(
    (other) =>
      other.name === reference.name &&
      other.nameAuthority === reference.nameAuthority &&
      overlap(other.range, reference.range),
  );
  if (overlaps) {
    const target = `${reference.nameAuthority}/${reference.name}`;
    fail(
      "RUNTIME_ERROR",
      `TypeSet '${name}' references TypeSet '${target}' more than once using overlapping version ranges`,
    );
  }
  if (types.has(alias)) {
    const collision = "The alias collides with the name of a declared type";
    fail("RUNTIME_ERROR", `TypeSet '${name}' references a TypeSet using alias '${alias}'. ${collision}`);
  }
}

function overlap(a: SemVerRange, b: SemVerRange): boolean {
  const { min, max } = a;
  if (!min || !max || !b.min || !b.max) return false;
  return min.compare(b.max) <= 0 && b.min.compare(max) <= 0;
}
