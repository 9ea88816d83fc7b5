import { fail } from "../../diagnostics/failure.ts";
import { Hash, Later } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { LookupContext } from "../context.ts";
import { soundAs } from "../providers/lookup-value.ts";
import type { Segment } from "../split-key.ts";
import { type EncryptedPlace, isEncrypted, plainText } from "./eyaml-text.ts";
import { yamlData } from "./yaml-data.ts";

const NO_PATH =
  "'eyaml_lookup_key': one of 'path', 'paths' 'glob', 'globs' or 'mapped_paths' must be declared in hiera.yaml when using this lookup_key function";

/**
 * The lookup_key function of hiera-eyaml: a YAML file in which single values are encrypted. Within hashes a value is
 * decrypted when it is used, so that one that cannot be read is only in the way of who wants it.
 */
export function eyamlLookupKey([name, options]: readonly Value[], context: LookupContext): Value {
  const key = String(name);
  if (context.cacheHasKey(key)) return context.cachedValue(key);
  const given = options instanceof Hash ? options : Hash.empty;
  const path = given.get("path");
  if (typeof path !== "string") return fail("ARGUMENT_MISMATCH", NO_PATH);
  const value = yamlData(path, context).get(key);
  if (value === undefined) return context.notFound();
  const found = opened(value, { path: [key], file: path, options: given, context });
  return context.cache(key, found instanceof Hash ? soundAs(value, found) : found);
}

function opened(value: Value, place: EncryptedPlace): Value {
  if (typeof value === "string") return place.context.interpolate(plainText(value, place));
  if (Array.isArray(value))
    return value.map((item, at) => opened(item, { ...place, path: [...place.path, BigInt(at)] }));
  return value instanceof Hash ? hashOf(value, place) : value;
}

function hashOf(hash: Hash, place: EncryptedPlace): Hash {
  const entries = [...hash].map(([key, member]): [Value, Value | Later] => [
    place.context.interpolate(key),
    memberOf(member, { ...place, path: [...place.path, key as Segment] }),
  ]);
  return entries.some(([, member]) => member instanceof Later)
    ? Hash.withLater(entries)
    : Hash.from(entries as [Value, Value][]);
}

function memberOf(member: Value, place: EncryptedPlace): Value | Later {
  const waits = typeof member === "string" ? isEncrypted(member) : hasEncryptedItem(member);
  return waits ? once(() => opened(member, place), typeof member !== "string") : opened(member, place);
}

function hasEncryptedItem(value: Value): boolean {
  if (!Array.isArray(value)) return false;
  return value.some((item) => (typeof item === "string" ? isEncrypted(item) : hasEncryptedItem(item)));
}

/** The hash may be copied by merges; its values are worked out once all the same. */
function once(settle: () => Value, array: boolean): Later {
  let settled: { readonly value: Value } | undefined;
  return new Later(() => {
    settled ??= { value: settle() };
    return settled.value;
  }, array);
}
