import { fail } from "../../diagnostics/failure.ts";
import { duplicate, type Mutable, MutableArray, MutableHash, mutableKey } from "./mutable.ts";
import { sorted } from "./sort.ts";

/** The options of the Ruby library deep_merge that Puppet lets through. */
export interface DeepMergeOptions {
  readonly knockoutPrefix: string | undefined;
  readonly sortMergedArrays: boolean;
  readonly mergeHashArrays: boolean;
  readonly overwriteArrays: boolean;
  readonly extendExistingArrays: boolean;
  /** Joins and splits arrays at this text before they are merged (Hiera 3 only). */
  readonly unpackArrays: string | undefined;
}

/** Merge `source` into `dest` as deep_merge 1.2.2 does (`DeepMerge.deep_merge!`); both may be changed. */
export function deepMerge(source: Mutable, dest: Mutable, options: DeepMergeOptions): Mutable {
  if (source === null) return dest;
  if (dest === null || dest === false) return source;
  if (source instanceof MutableHash) return mergeHash(source, dest, options);
  if (source instanceof MutableArray) return mergeArray(source, dest, options);
  if (dest instanceof MutableArray && options.extendExistingArrays) return pushed(dest, source);
  return overwrite(source, options);
}

function mergeHash(source: MutableHash, start: Mutable, options: DeepMergeOptions): Mutable {
  let dest = start;
  for (const { key, value } of source.entries.values()) {
    if (dest instanceof MutableHash) dest.set(key, mergeMember(value, dest.get(key), options));
    else if (dest instanceof MutableArray && options.extendExistingArrays) dest = pushed(dest, source);
    else dest = overwrite(source, options);
  }
  return dest;
}

/** A member that is absent, undef or false below is merged with a copy of itself: its arrays lose duplicates. */
function mergeMember(value: Mutable, below: Mutable | undefined, options: DeepMergeOptions): Mutable {
  const there = below !== undefined && below !== null && below !== false;
  return deepMerge(value, there ? below : duplicate(value), options);
}

function mergeArray(given: MutableArray, start: Mutable, options: DeepMergeOptions): Mutable {
  if (options.overwriteArrays) return given;
  const [source, dest] = unpacked(given, start, options.unpackArrays);
  const below = truncated(source, dest, options.knockoutPrefix);
  if (!(below instanceof MutableArray)) return overwrite(source, options);
  if (options.knockoutPrefix !== undefined) knockOut(source, below, options.knockoutPrefix);
  const merged = options.mergeHashArrays ? mergeByPosition(source, below, options) : undefined;
  const result = merged ?? union(below, source);
  if (options.sortMergedArrays) result.items = sorted(result.items);
  return result;
}

function unpacked(
  source: MutableArray,
  dest: Mutable,
  separator: string | undefined,
): [MutableArray, Mutable] {
  if (separator === undefined) return [source, dest];
  return [resplit(source, separator), dest instanceof MutableArray ? resplit(dest, separator) : dest];
}

function resplit(array: MutableArray, separator: string): MutableArray {
  const parts = array.items.map(String).join(separator).split(separator);
  while (parts.at(-1) === "") parts.pop();
  return new MutableArray(parts);
}

/** A bare prefix among the source's items empties what is below. */
function truncated(source: MutableArray, dest: Mutable, prefix: string | undefined): Mutable {
  if (prefix === undefined || !source.items.includes(prefix)) return dest;
  const below = emptied(dest);
  source.delete(prefix);
  return below;
}

function emptied(dest: Mutable): Mutable {
  if (dest instanceof MutableArray) dest.items = [];
  else if (dest instanceof MutableHash) dest.entries.clear();
  else return typeof dest === "string" ? "" : null;
  return dest;
}

function knockOut(source: MutableArray, dest: MutableArray, prefix: string): void {
  source.deleteIf((item) => {
    const bare = withoutPrefix(item, prefix);
    if (bare === item) return false;
    dest.delete(bare);
    dest.delete(item);
    return true;
  });
}

function withoutPrefix(item: Mutable, prefix: string): Mutable {
  return typeof item === "string" ? item.replace(prefixPattern(prefix), "") : item;
}

/** The library makes a regular expression of the prefix as it stands. */
function prefixPattern(prefix: string): RegExp {
  try {
    return new RegExp(`^${prefix}`, "gm");
  } catch {
    return fail("ARGUMENT_ERROR", `target of repeat operator is not specified: /^${prefix}/`);
  }
}

function mergeByPosition(
  source: MutableArray,
  dest: MutableArray,
  options: DeepMergeOptions,
): MutableArray | undefined {
  const allHashes = [...source.items, ...dest.items].every((item) => item instanceof MutableHash);
  if (!allHashes) return undefined;
  const merged = dest.items.map((item, at) =>
    deepMerge(source.items[at] ?? new MutableHash(new Map()), item, options),
  );
  return new MutableArray([...merged, ...source.items.slice(dest.items.length)]);
}

function union(dest: MutableArray, source: MutableArray): MutableArray {
  const seen = new Map<unknown, Mutable>();
  for (const item of [...dest.items, ...source.items]) {
    const key = mutableKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return new MutableArray([...seen.values()]);
}

function pushed(dest: MutableArray, item: Mutable): MutableArray {
  dest.items.push(item);
  return dest;
}

/** What cannot be merged replaces what is below; a knocked-out value leaves an empty string. */
function overwrite(source: Mutable, options: DeepMergeOptions): Mutable {
  const prefix = options.knockoutPrefix;
  if (prefix === undefined) return source;
  if (typeof source === "string") return source.replace(prefixPattern(prefix), "") === source ? source : "";
  if (source instanceof MutableArray) {
    source.deleteIf((item) => typeof item === "string" && withoutPrefix(item, prefix) !== item);
  }
  return source;
}
