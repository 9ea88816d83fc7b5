import { fail } from "../../diagnostics/failure.ts";
import { Binary } from "../binary.ts";
import { DEFAULT } from "../default.ts";
import { Deferred } from "../deferred.ts";
import { Hash } from "../hash.ts";
import { Regexp } from "../regexp.ts";
import { SemVer } from "../sem-ver.ts";
import { SemVerRange } from "../sem-ver-range.ts";
import { Sensitive } from "../sensitive.ts";
import { Timespan } from "../timespan.ts";
import { Timestamp } from "../timestamp.ts";
import { Uri } from "../uri.ts";
import type { Value } from "../value.ts";
import { TYPE_KEY, VALUE_KEY } from "./keys.ts";

/** Makes the value of a `__ptype` that this module does not know: `Type`, or an Object type. Undefined: no such type. */
export type Resolve = (typeName: string, value: Value) => Value | undefined;

const SCALARS: Readonly<Record<string, (text: string) => Value>> = {
  Regexp: (text) => new Regexp(text),
  SemVer: SemVer.parse,
  SemVerRange: SemVerRange.parse,
  Timestamp: (text) => Timestamp.parse(text),
  Timespan: (text) => Timespan.parse(text),
  Binary: Binary.fromBase64,
  URI: Uri.parse,
  Symbol: (text) => text,
};

/** The value that plain data with `__ptype` hashes stands for (Puppet's FromDataConverter). */
export function fromData(data: Value, resolve?: Resolve): Value {
  const convert = (part: Value): Value => {
    if (Array.isArray(part)) return part.map(convert);
    if (!(part instanceof Hash)) return part;
    const typeName = part.get(TYPE_KEY);
    if (typeof typeName === "string") return typed(typeName, part);
    return Hash.from([...part].map(([key, value]) => [key, convert(value)]));
  };
  const typed = (typeName: string, part: Hash): Value => {
    const value = part.get(VALUE_KEY) ?? null;
    if (typeName === "Sensitive") return new Sensitive(convert(value));
    if (typeName === "Default") return DEFAULT;
    if (typeName === "Hash" && Array.isArray(value)) return extendedHash(value.map(convert));
    if (typeName === "LocalRef") return convert(referenced(data, String(value)));
    if (typeName === "Deferred") return deferred(part, convert);
    const scalar = SCALARS[typeName];
    if (scalar && typeof value === "string") return scalar(value);
    const content = part.has(VALUE_KEY) ? value : convert(part.without([TYPE_KEY]));
    const made = resolve?.(typeName, content);
    if (made !== undefined) return made;
    return fail("SERIALIZATION_ERROR", `No implementation mapping found for Puppet Type ${typeName}`);
  };
  return convert(data);
}

function extendedHash(pairs: readonly Value[]): Hash {
  const entries: [Value, Value][] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) entries.push([pairs[i]!, pairs[i + 1]!]);
  return Hash.from(entries);
}

function deferred(part: Hash, convert: (value: Value) => Value): Deferred {
  const args = part.get("arguments");
  return new Deferred(String(part.get("name")), Array.isArray(args) ? args.map(convert) : undefined);
}

/** What a path like `$['a'][0]` leads to. */
function referenced(root: Value, path: string): Value {
  let value: Value | undefined = root;
  for (const [, text, index] of path.matchAll(/\['((?:\\.|[^'])*)'\]|\[(\d+)\]/g)) {
    if (text !== undefined && value instanceof Hash) value = value.get(text.replace(/\\(['\\])/g, "$1"));
    else if (index !== undefined && Array.isArray(value)) value = value[Number(index)];
    else value = undefined;
  }
  return value ?? fail("SERIALIZATION_ERROR", `Unable to parse jsonpath "${path}"`);
}
