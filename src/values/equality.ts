import { Binary } from "./binary.ts";
import { Hash } from "./hash.ts";
import { hashKey } from "./hash-key.ts";
import type { Regexp, RegexpMatch } from "./regexp.ts";
import { RichValue } from "./rich-value.ts";
import { SemVer } from "./sem-ver.ts";
import { SemVerRange } from "./sem-ver-range.ts";
import { Timespan } from "./timespan.ts";
import { Timestamp } from "./timestamp.ts";
import { sameInstances, Type } from "./type.ts";
import type { Value } from "./value.ts";

/** Where the captures of a successful match go (`$0`, `$1` ...). */
export type OnMatch = (match: RegexpMatch) => void;

/**
 * Puppet's `==`: strings without regard to ASCII case, Integer and Float by value, arrays and hashes element by
 * element, all else as identical values.
 */
export function equals(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === "string") return typeof b === "string" && foldAscii(a) === foldAscii(b);
  if (isNumber(a)) return equalNumbers(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && equalArrays(a, b);
  if (a instanceof Hash) return b instanceof Hash && equalHashes(a, b);
  if (a instanceof Timestamp || a instanceof Timespan) return equalTimes(a, b);
  if (a instanceof RichValue) return b instanceof RichValue && a.hashKey() === b.hashKey();
  return a instanceof Type && b instanceof Type && sameInstances(a, b);
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === "bigint" || typeof value === "number";
}

/** Only A to Z lose their case, as in Ruby's `casecmp`. */
export function foldAscii(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase()) : text;
}

/** A number also equals the time that is so many seconds. */
function equalNumbers(a: bigint | number, b: Value): boolean {
  if (isNumber(b)) return a >= b && a <= b;
  return (b instanceof Timestamp || b instanceof Timespan) && b.compareToNumber(a) === 0;
}

function equalArrays(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, i) => equals(value, b[i]!));
}

function equalHashes(a: Hash, b: Hash): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!equals(b.get(key) ?? null, value)) return false;
  return true;
}

function equalTimes(a: Timestamp | Timespan, b: Value): boolean {
  if (isNumber(b)) return a.compareToNumber(b) === 0;
  return b instanceof RichValue && a.hashKey() === b.hashKey();
}

/** The words of a failed comparison, for the caller to raise with the operator it was made by. */
export class NotComparable extends Error {}

/** Puppet's order: negative, zero or positive. Throws NotComparable with Puppet's words. */
export function compare(a: Value, b: Value): number {
  if (typeof a === "string") {
    if (typeof b !== "string") throw new NotComparable("A String is not comparable to a non String");
    return compareText(foldAscii(a), foldAscii(b));
  }
  if (isNumber(a)) return compareNumber(a, b);
  if (a instanceof Timestamp || a instanceof Timespan) return compareTimes(a, b);
  if (a instanceof SemVer) {
    if (b instanceof SemVer) return a.compare(b);
    throw new NotComparable("Versions not comparable to non Versions");
  }
  throw new NotComparable("Only Strings, Numbers, Timespans, Timestamps, and Versions are comparable");
}

function compareNumber(a: bigint | number, b: Value): number {
  if (isNumber(b)) return a < b ? -1 : a > b ? 1 : 0;
  if (b instanceof Timestamp || b instanceof Timespan) return -b.compareToNumber(a);
  throw new NotComparable("A Numeric is not comparable to non Numeric");
}

/** The order of two texts by code points, as Ruby's `<=>` of UTF-8 strings. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return surrogateLast(x) - surrogateLast(y);
  }
  return a.length - b.length;
}

/** UTF-16 code units in the order of the code points they belong to. */
function surrogateLast(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareTimes(a: Timestamp | Timespan, b: Value): number {
  if (isNumber(b)) return a.compareToNumber(b);
  if (b instanceof RichValue && b.typeName === a.typeName) {
    const other = (b as Timestamp | Timespan).nanoseconds;
    return a.nanoseconds < other ? -1 : a.nanoseconds > other ? 1 : 0;
  }
  throw new NotComparable(`${a.typeName}s are only comparable to ${a.typeName}s, Integers, and Floats`);
}

/** Whether a value fits a case or selector option, or the right side of `=~`: a regexp, type, range or value. */
export function matches(value: Value, pattern: Value, onMatch?: OnMatch): boolean {
  if (typeof pattern !== "object" || pattern === null) return equals(value, pattern);
  if (Array.isArray(pattern)) return matchesArray(value, pattern, onMatch);
  if (pattern instanceof Hash) return matchesHash(value, pattern, onMatch);
  if (pattern instanceof Type) return pattern.isInstance(value);
  if (pattern instanceof SemVer) return matchesVersion(value, pattern);
  if (pattern instanceof SemVerRange) return rangeIncludes(pattern, value);
  if (isRegexp(pattern)) return matchesRegexp(value, pattern, onMatch);
  return pattern.toString() === "default" && !(pattern instanceof RichValue) ? true : equals(value, pattern);
}

function isRegexp(value: Value): value is Regexp {
  return value instanceof RichValue && value.typeName === "Regexp";
}

function matchesRegexp(value: Value, pattern: Regexp, onMatch?: OnMatch): boolean {
  if (typeof value !== "string") return false;
  const match = pattern.match(value);
  if (match) onMatch?.(match);
  return match !== undefined;
}

function matchesArray(value: Value, pattern: readonly Value[], onMatch?: OnMatch): boolean {
  if (!Array.isArray(value) || value.length !== pattern.length) return false;
  return pattern.every((part, i) => matches(value[i]!, part, onMatch));
}

function matchesHash(value: Value, pattern: Hash, onMatch?: OnMatch): boolean {
  if (!(value instanceof Hash)) return false;
  for (const [key, part] of pattern) if (!matches(value.get(key) ?? null, part, onMatch)) return false;
  return true;
}

function matchesVersion(value: Value, pattern: SemVer): boolean {
  const version = typeof value === "string" ? SemVer.tryParse(value) : value;
  return version instanceof SemVer && version.equals(pattern);
}

function rangeIncludes(range: SemVerRange, value: Value): boolean {
  const version = typeof value === "string" ? SemVer.tryParse(value) : value;
  return version instanceof SemVer && range.includes(version);
}

/** Puppet's `in`, with the container first. */
export function includes(container: Value, wanted: Value, onMatch?: OnMatch): boolean {
  if (typeof container === "string") return textIncludes(container, wanted, onMatch);
  if (container instanceof Binary) return binaryIncludes(container, wanted);
  if (Array.isArray(container)) return arrayIncludes(container, wanted, onMatch);
  if (container instanceof Hash) return arrayIncludes([...container.keys()], wanted, onMatch);
  return container instanceof SemVerRange && rangeIncludes(container, wanted);
}

function textIncludes(text: string, wanted: Value, onMatch?: OnMatch): boolean {
  if (typeof wanted === "string") return text.toLowerCase().includes(wanted.toLowerCase());
  return isRegexp(wanted as Value) && matchesRegexp(text, wanted as Regexp, onMatch);
}

function binaryIncludes(binary: Binary, wanted: Value): boolean {
  const bytes = Buffer.from(binary.bytes);
  if (wanted instanceof Binary) return bytes.includes(Buffer.from(wanted.bytes));
  if (typeof wanted === "string") return bytes.includes(wanted);
  return isNumber(wanted) && binary.bytes.includes(Number(wanted));
}

function arrayIncludes(array: readonly Value[], wanted: Value, onMatch?: OnMatch): boolean {
  if (isRegexp(wanted)) return array.some((element) => matchesRegexp(element, wanted, onMatch));
  if (typeof wanted === "string" || wanted instanceof SemVer) {
    return array.some((element) => matches(wanted, element, onMatch));
  }
  if (wanted instanceof Type) return array.some((element) => wanted.isInstance(element));
  return array.some((element) => equals(element, wanted));
}

/** Elements without those equal (as hash keys) to an earlier one. */
export function distinct<T extends Value>(values: Iterable<T>): T[] {
  const seen = new Set<unknown>();
  const result: T[] = [];
  for (const value of values) {
    const key = hashKey(value);
    if (seen.has(key)) continue;
    seen.add(key);
    result.push(value);
  }
  return result;
}
