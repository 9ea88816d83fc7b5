import { Hash } from "../../src/values/hash.ts";
import { fromData } from "../../src/values/rich-data/from-data.ts";
import { toData } from "../../src/values/rich-data/to-data.ts";
import type { Type } from "../../src/values/type.ts";
import type { Value } from "../../src/values/value.ts";

export type ParseType = (text: string) => Type;

/** The value that a request's data stands for; types are parsed by whoever knows their names. */
export function decode(data: Value, parseType: ParseType): Value {
  return fromData(data, (name, value) => (name === "Type" ? parseType(String(value)) : undefined));
}

/** A hash of a request as entries with text keys. */
export function decodedEntries(data: Value | undefined, parseType: ParseType): [string, Value][] {
  if (!(data instanceof Hash)) return [];
  return [...data].map(([key, value]) => [String(key), decode(value, parseType)]);
}

/** A value as an answer has it: rich data, with types as their text. */
export function encode(value: Value): Value {
  return toData(value, { rich: true });
}

/** A member of a request that is a hash; empty when it is absent. */
export function hashAt(request: Hash, key: string): Hash {
  const value = request.get(key);
  return value instanceof Hash ? value : Hash.empty;
}

/** A member of a request that is a text; undefined when it is absent. */
export function textAt(request: Hash, key: string): string | undefined {
  const value = request.get(key);
  return value === undefined || value === null ? undefined : String(value);
}

/** A member of a request that is a list; empty when it is absent. */
export function listAt(request: Hash, key: string): readonly Value[] {
  const value = request.get(key);
  return Array.isArray(value) ? value : [];
}
