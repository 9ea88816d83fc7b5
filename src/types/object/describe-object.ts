import { Hash } from "../../values/hash.ts";
import type { TypeFormat } from "../../values/type-format.ts";
import type { Value } from "../../values/value.ts";
import { inference } from "../inference.ts";
import { type Attribute, compressed } from "./attribute.ts";
import type { ObjectMember } from "./member.ts";
import type { ObjectType } from "./object-type.ts";

/** The hash that defines an Object type: what is written in `Object[{...}]`. */
export function objectHash(type: ObjectType, includeName = true): Hash {
  const { parent, typeParameters, attributes, functions, equality, checks, annotations } = type.definition;
  const constants = [...attributes.values()].filter(isPlainConstant);
  const others = [...attributes.values()].filter((attribute) => !isPlainConstant(attribute));
  const name = includeName ? type.givenName : undefined;
  const entries: [string, Value | undefined][] = [
    ["annotations", annotations],
    ["name", name],
    ["parent", parent],
    ["type_parameters", membersHash(typeParameters.values())],
    ["attributes", membersHash(others)],
    ["constants", hashUnlessEmpty(constants.map((constant) => [constant.name, constant.value!]))],
    ["functions", membersHash(functions.values())],
    ["equality", equality],
    ["checks", checks],
  ];
  return Hash.from(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** A constant whose type is the one its value has by itself. */
function isPlainConstant(attribute: Attribute): boolean {
  if (attribute.kind !== "constant") return false;
  return attribute.type.equals(inference.infer(attribute.value!).generalize());
}

function membersHash(members: Iterable<ObjectMember>): Hash | undefined {
  return hashUnlessEmpty([...members].map((member) => [member.name, compressed(member.definition())]));
}

function hashUnlessEmpty(entries: readonly [string, Value][]): Hash | undefined {
  return entries.length === 0 ? undefined : Hash.from(entries);
}

/** The name of an Object type, or where types are written out its definition. */
export function describeObject(type: ObjectType, format: TypeFormat): string {
  const { mode, namer } = format;
  if (mode === "expanded")
    return describeDefinition(objectHash(type, !namer?.defines(type)), format.unexpanded());
  if (mode === "plain") return namer?.nameFor(type, type.label) ?? type.label;
  return type.givenName ? `object:${type.givenName}` : describeDefinition(objectHash(type), format);
}

/** `Object[{...}]` with the keys of the definition as bare words. */
export function describeDefinition(hash: Hash, format: TypeFormat): string {
  const entries = [...hash].map(([key, value]): [string, string] => [
    String(key),
    entryText(String(key), value, format),
  ]);
  return format.of("Object", [format.entries(entries)]);
}

function entryText(key: string, value: Value, format: TypeFormat): string {
  const members = (key === "attributes" || key === "functions") && value instanceof Hash;
  if (!members) return format.value(value);
  return format.entries([...value].map(([name, member]) => [format.value(name), memberText(member, format)]));
}

function memberText(member: Value, format: TypeFormat): string {
  if (!(member instanceof Hash)) return format.value(member);
  return format.entries(
    [...member].map(([key, value]) => [String(key), key === "kind" ? String(value) : format.value(value)]),
  );
}
