import { Hash } from "../../values/hash.ts";
import type { TypeFormat } from "../../values/type-format.ts";
import type { Value } from "../../values/value.ts";
import type { TypeSetType } from "./type-set-type.ts";

/** The hash that defines a type set. */
export function typeSetHash(set: TypeSetType): Hash {
  const { nameAuthority, pcoreUri, pcoreVersion, version, types, references } = set.definition;
  const entries: [string, Value | undefined][] = [
    ["pcore_uri", pcoreUri],
    ["pcore_version", pcoreVersion.toString()],
    ["name_authority", nameAuthority],
    ["name", set.name],
    ["version", version?.toString()],
    ["types", types.size === 0 ? undefined : Hash.from(types)],
    ["references", references.size === 0 ? undefined : referencesHash(set)],
  ];
  return Hash.from(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

function referencesHash(set: TypeSetType): Hash {
  const { references, nameAuthority } = set.definition;
  return Hash.from(
    [...references].map(([alias, reference]): [string, Value] => {
      const own = { name: reference.name, version_range: reference.range.toString() };
      const foreign = reference.nameAuthority !== nameAuthority;
      return [alias, Hash.of(foreign ? { name_authority: reference.nameAuthority, ...own } : own)];
    }),
  );
}

/** `TypeSet[{...}]`, its types written out under their short names. */
export function describeTypeSet(set: TypeSetType, format: TypeFormat): string {
  const entries = [...typeSetHash(set)].map(([key, value]): [string, string] => {
    const name = String(key);
    if (name === "types") return [name, typesText(set, format)];
    return [name, name === "references" ? bareKeys(value as Hash, format) : format.value(value)];
  });
  return format.of("TypeSet", [format.entries(entries)]);
}

function typesText(set: TypeSetType, format: TypeFormat): string {
  const inside = format.inside(set);
  return format.entries([...set.definition.types].map(([name, type]) => [name, type.describe(inside)]));
}

function bareKeys(hash: Hash, format: TypeFormat): string {
  return format.entries([...hash].map(([key, value]) => [String(key), format.value(value)]));
}
