import { fail } from "../../diagnostics/failure.ts";
import { Binary } from "../../values/binary.ts";
import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import { boundedCount } from "../../values/materialize.ts";
import { Uri } from "../../values/uri.ts";
import type { Value } from "../../values/value.ts";

/** `left + right` where left is a collection: arrays concatenate, hashes merge, URIs resolve, Binary values join. */
export function merged(left: readonly Value[] | Hash | Uri | Binary, right: Value): Value {
  if (left instanceof Hash) return left.merge(asHash(right));
  if (left instanceof Uri) return resolved(left, asUri(right));
  if (left instanceof Binary) return joinedBytes(left, right);
  const [first, second] = [left as readonly Value[], asList(right)];
  boundedCount(first.length + second.length);
  return first.concat(second);
}

/** `array << value` */
export function appended(left: readonly Value[], right: Value): Value {
  return [...left, right];
}

/** `left - right`: elements removed from an array by value, entries from a hash by key. */
export function removed(left: readonly Value[] | Hash, right: Value): Value {
  if (left instanceof Hash) return left.without(right instanceof Hash ? right.keys() : asList(right));
  const gone = new Set(asList(right).map(identity));
  return left.filter((element) => !gone.has(identity(element)));
}

/** Removal tells strings apart by case, and knows no difference between 1 and 1.0. */
function identity(value: Value): unknown {
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : hashKey(value);
}

/** A hash as an operand is the array of its pairs; anything but an array is an array of itself. */
function asList(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return value instanceof Hash ? [...value] : [value as Value];
}

/** `[[a, 1], [b, 2]]` or `[a, 1, b, 2]` as a hash. */
function asHash(value: Value): Hash {
  if (value instanceof Hash) return value;
  if (!Array.isArray(value)) return fail("ARGUMENT_ERROR", "Can only append Array or Hash to a Hash");
  if (value.length > 0 && value.every((element) => Array.isArray(element))) return Hash.from(value.map(pair));
  if (value.length % 2 !== 0) fail("ARGUMENT_ERROR", "odd number of arguments for Hash");
  return Hash.from(
    Array.from({ length: value.length / 2 }, (_, i) => [value[2 * i]!, value[2 * i + 1]!] as const),
  );
}

function pair(element: Value): readonly [Value, Value] {
  const list = element as readonly Value[];
  if (list.length === 1 || list.length === 2) return [list[0]!, list[1] ?? null];
  return fail("ARGUMENT_ERROR", `invalid number of elements (${list.length} for 1..2)`);
}

function asUri(value: Value): Uri {
  if (value instanceof Uri) return value;
  if (typeof value === "string") return Uri.parse(value);
  return fail("ARGUMENT_ERROR", "An URI can only be merged with an URI or String");
}

/** A reference resolved against a base (RFC 3986, 5.2). */
function resolved(base: Uri, reference: Uri): Uri {
  if (base.parts.scheme === undefined) return fail("URI_ERROR", "both URI are relative");
  return Uri.parse(new URL(reference.toString(), base.toString()).href);
}

function joinedBytes(left: Binary, right: Value): Binary {
  if (right instanceof Binary) return new Binary(Buffer.concat([left.bytes, right.bytes]));
  return fail("ARGUMENT_ERROR", "Can only append Binary to a Binary");
}
