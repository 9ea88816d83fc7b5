import { Hash } from "../../values/hash.ts";
import { RichValue } from "../../values/rich-value.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { className } from "../access/class-name.ts";
import { ArrayType } from "../array-type.ts";
import { EnumType } from "../enum-type.ts";
import { HashType } from "../hash-type.ts";
import { inferSet } from "../infer.ts";
import { ObjectInstance } from "../object/object-instance.ts";
import { PatternType } from "../pattern-type.ts";
import { StringType } from "../string-type.ts";
import { StructType } from "../struct-type.ts";
import { TupleType } from "../tuple-type.ts";
import { type ContainerOptions, Format, invalid, type TypeFormatEntry } from "./format.ts";

/** Formats by type, the most specific type first. */
export type FormatMap = readonly TypeFormatEntry[];

/** The format for a value: that of the first type it is an instance of. */
export function formatFor(map: FormatMap, value: Value): Format {
  return map.find(([type]) => holds(type, value))?.[1] ?? PLAIN;
}

/**
 * Whether a type takes the type of a value. Plain values need not be inferred for that; the parameters of an Object
 * type say nothing of how its instances are written.
 */
function holds(type: Type, value: Value): boolean {
  if (value instanceof ObjectInstance) return type.isAssignable(value.type);
  const isPlain = !(value instanceof RichValue || value instanceof Type);
  return isPlain ? type.isInstance(value) : type.isAssignable(inferSet(value));
}

const PLAIN = new Format("%s");

/** One map of two, in which the higher one wins; what the higher one says in general, the lower may not refine. */
export function mergeFormats(
  lower: FormatMap | undefined,
  higher: FormatMap | undefined,
): FormatMap | undefined {
  if (!lower || !higher) return lower ?? higher;
  const kept = lower.filter(
    ([type]) => !higher.some(([other]) => !other.equals(type) && other.isAssignable(type)),
  );
  const merged = new Map<string, TypeFormatEntry>(kept.map((entry) => [entry[0].identity, entry]));
  for (const [type, format] of higher) {
    const below = merged.get(type.identity);
    merged.set(type.identity, [type, below ? mergeFormat(below[1], format) : format]);
  }
  return bySpecificity([...merged.values()]);
}

/** Narrower types before wider ones; types that have nothing to do with each other by rank or name. */
function bySpecificity(entries: readonly TypeFormatEntry[]): FormatMap {
  const rest = entries.toSorted(([a], [b]) => compareUnrelated(a, b));
  const sorted: TypeFormatEntry[] = [];
  while (rest.length > 0) {
    const next = rest.findIndex(([type]) => !rest.some(([other]) => isNarrower(other, type)));
    sorted.push(...rest.splice(Math.max(next, 0), 1));
  }
  return sorted;
}

function isNarrower(type: Type, other: Type): boolean {
  return other.isAssignable(type) && !type.isAssignable(other);
}

function mergeFormat(lower: Format, higher: Format): Format {
  return new Format(higher.text, {
    separator: higher.options.separator ?? lower.options.separator,
    separator2: higher.options.separator2 ?? lower.options.separator2,
    inner: mergeFormats(lower.options.inner, higher.options.inner),
  });
}

function compareUnrelated(a: Type, b: Type): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== 0 && rankB !== 0) return rankA - rankB;
  const [textA, textB] = [a.toString(), b.toString()];
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

/** Types that have nothing in common are ordered where it matters: lower is more specific. */
function rank(type: Type): number {
  if (type instanceof StructType) return 1;
  if (type instanceof HashType) return 2;
  if (type instanceof TupleType) return 3;
  if (type instanceof ArrayType) return 4;
  if (type instanceof PatternType) return 10;
  if (type instanceof EnumType) return 11;
  return type instanceof StringType ? 12 : 0;
}

/** A map as it is given in the language. */
export function readFormats(given: Value | undefined): FormatMap | undefined {
  if (given === undefined || given === null) return undefined;
  if (!(given instanceof Hash)) {
    invalid(`expected a hash with type to format mappings, got instance of '${className(given)}'`);
  }
  return [...given].map(([key, value]): TypeFormatEntry => {
    if (!(key instanceof Type)) {
      invalid(`top level keys in the format hash must be data types, got instance of '${className(key)}'`);
    }
    return [key, value instanceof Hash ? readContainer(value) : new Format(String(value))];
  });
}

const CONTAINER_KEYS = ["separator", "separator2", "format", "string_formats"];

function readContainer(given: Hash): Format {
  if ([...given.keys()].some((key) => !CONTAINER_KEYS.includes(String(key)))) {
    const known = CONTAINER_KEYS.map((key) => `'${key}'`).join(", ");
    invalid(`only ${known} are allowed in a container format, got ${given}`);
  }
  const options: ContainerOptions = {
    separator: given.get("separator") as string | undefined,
    separator2: given.get("separator2") as string | undefined,
    inner: readFormats(given.get("string_formats")),
  };
  return new Format(String(given.get("format") ?? ""), options);
}
