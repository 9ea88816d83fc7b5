import { Hash } from "../../values/hash.ts";
import type { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { assertInstance } from "../assert-instance.ts";
import { inference } from "../inference.ts";
import { OptionalType } from "../optional-type.ts";
import { TypeReferenceType } from "../type-reference-type.ts";
import { TypeType } from "../type-type.ts";
import { Attribute, TypeParameter } from "./attribute.ts";
import { checkEquality } from "./equality-check.ts";
import { FUNCTION_TYPE, OBJECT } from "./i12n-types.ts";
import { invalid, type ObjectMember } from "./member.ts";
import { ObjectFunction } from "./object-function.ts";
import type { ObjectType } from "./object-type.ts";

/** What an Object type is made of, without what it inherits. */
export interface ObjectDefinition {
  readonly parent: Type | undefined;
  readonly typeParameters: ReadonlyMap<string, TypeParameter>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly functions: ReadonlyMap<string, ObjectFunction>;
  /** The attributes that make instances equal; undefined for all but constants. */
  readonly equality: readonly string[] | undefined;
  readonly equalityIncludesType: boolean;
  readonly checks: Value | undefined;
  readonly annotations: Hash | undefined;
}

/** Read and check the hash of an Object type. `parentObject` is the parent when it is an Object type itself. */
export function readDefinition(type: ObjectType, hash: Hash): ObjectDefinition {
  assertInstance("object initializer", OBJECT, hash);
  const parent = optional<Type>(hash, "parent");
  const parentObject = checkedParent(type, parent);
  const inherited = parentObject?.members() ?? new Map<string, ObjectMember>();
  const attributes = readAttributes(type, hash, inherited);
  const functions = readFunctions(type, hash, inherited, attributes);
  const equalityIncludesType = hash.get("equality_include_type") !== false;
  const equality = readEquality(hash);
  checkEquality({ type, equality, equalityIncludesType, parentObject, inherited, attributes, functions });
  return {
    parent,
    typeParameters: readTypeParameters(type, hash, parentObject),
    attributes,
    functions,
    equality,
    equalityIncludesType,
    checks: hash.get("checks"),
    annotations: optional<Hash>(hash, "annotations"),
  };
}

function optional<T extends Value>(hash: Hash, key: string): T | undefined {
  return (hash.get(key) as T | null | undefined) ?? undefined;
}

function checkedParent(type: ObjectType, parent: Type | undefined): ObjectType | undefined {
  if (!parent) return undefined;
  const resolved = parent.unaliased();
  if (resolved === type) invalid(`The Object type '${type.label}' inherits from itself`);
  if (resolved instanceof TypeReferenceType) invalid(`reference to unresolved type '${resolved.typeString}'`);
  if (resolved.constructor !== type.constructor) return undefined;
  const parentObject = resolved as ObjectType;
  parentObject.checkSelfRecursion(type);
  return parentObject;
}

function entriesOf(hash: Hash, key: string): [string, Value][] {
  return [...(optional<Hash>(hash, key) ?? Hash.empty)] as [string, Value][];
}

function readTypeParameters(type: ObjectType, hash: Hash, parent?: ObjectType): Map<string, TypeParameter> {
  const inherited = parent?.allTypeParameters() ?? new Map<string, TypeParameter>();
  return new Map(
    entriesOf(hash, "type_parameters").map(([name, spec]) => {
      const definition = typeParameterDefinition(type, name, spec);
      return [name, new TypeParameter(name, type, definition).checkOverride(inherited)];
    }),
  );
}

function typeParameterDefinition(type: ObjectType, name: string, spec: Value): Hash {
  const written = spec instanceof Hash ? spec : undefined;
  const given = written
    ? (written.get("type") as Type)
    : (assertInstance(`type_parameter ${type.label}[${name}]`, TypeType.default, spec) as Type);
  const parameter = given instanceof OptionalType ? given : new OptionalType(given);
  const value = written?.get("value");
  return Hash.of(value === undefined ? { type: parameter } : { type: parameter, value });
}

function readAttributes(type: ObjectType, hash: Hash, inherited: ReadonlyMap<string, ObjectMember>) {
  const specs = entriesOf(hash, "attributes");
  const named = new Set(specs.map(([name]) => name));
  for (const [name, value] of entriesOf(hash, "constants")) {
    if (named.has(name)) {
      invalid(`attribute ${type.label}[${name}] is defined as both a constant and an attribute`);
    }
    specs.push([name, constantDefinition(value, inherited.has(name))]);
  }
  return new Map<string, Attribute>(
    specs.map(([name, spec]) => {
      const attribute = new Attribute(name, type, attributeDefinition(type, name, spec));
      return [name, attribute.checkOverride(inherited)];
    }),
  );
}

/** The type is general, or overriding would be impossible. */
function constantDefinition(value: Value, override: boolean): Hash {
  return Hash.of({ type: inference.infer(value).generalize(), value, kind: "constant", override });
}

function attributeDefinition(type: ObjectType, name: string, spec: Value): Hash {
  if (spec instanceof Hash) return spec;
  const given = assertInstance(`attribute ${type.label}[${name}]`, TypeType.default, spec) as Type;
  return Hash.of(given instanceof OptionalType ? { type: given, value: null } : { type: given });
}

function readFunctions(
  type: ObjectType,
  hash: Hash,
  inherited: ReadonlyMap<string, ObjectMember>,
  attributes: ReadonlyMap<string, Attribute>,
): Map<string, ObjectFunction> {
  return new Map(
    entriesOf(hash, "functions").map(([name, spec]) => {
      const definition =
        spec instanceof Hash
          ? spec
          : Hash.of({ type: assertInstance(`function ${type.label}[${name}]`, FUNCTION_TYPE, spec) });
      const member = new ObjectFunction(name, type, definition);
      if (attributes.has(name)) invalid(`${member.label} conflicts with attribute with the same name`);
      return [name, member.checkOverride(inherited)];
    }),
  );
}

function readEquality(hash: Hash): readonly string[] | undefined {
  const equality = optional<string | readonly string[]>(hash, "equality");
  return typeof equality === "string" ? [equality] : equality;
}
