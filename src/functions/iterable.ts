import { fail } from "../diagnostics/failure.ts";
import { EnumType } from "../types/enum-type.ts";
import { elementType, hashIterator } from "../types/hash-iterator.ts";
import { IntegerType } from "../types/integer-type.ts";
import { StringType } from "../types/string-type.ts";
import { Hash } from "../values/hash.ts";
import { Iterator } from "../values/iterator.ts";
import { rubyClass } from "../values/ruby/class.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";

/** What iterating over a value gives, one after the other; a hash gives `[key, value]` pairs. */
export function elements(value: Value): Iterable<Value> {
  if (Array.isArray(value)) return value;
  return value instanceof Hash ? value : iterate(value);
}

/** Key and value of a hash, index and element of anything else that can be iterated over. */
export function* pairs(value: Value): IterableIterator<[Value, Value]> {
  if (hasKeys(value)) {
    for (const pair of elements(value)) yield pair as unknown as [Value, Value];
    return;
  }
  let index = 0n;
  for (const element of elements(value)) yield [index++, element];
}

/** Whether a value is iterated over as keys with values. */
export function hasKeys(value: Value): boolean {
  return value instanceof Hash || (value instanceof Iterator && value.hashStyle);
}

/** A lazy view of anything that can be iterated over: the start of `step` and `reverse_each`. */
export function iterate(value: Value): Iterator {
  if (value instanceof Iterator) return value;
  if (Array.isArray(value)) return listIterator(value);
  if (typeof value === "string") {
    const characters = [...value];
    return new Iterator(
      characters.length,
      (i) => characters[i]!,
      () => new StringType(IntegerType.exactly(1)),
    );
  }
  if (value instanceof Hash) return hashIterator(value);
  if (typeof value === "bigint" && value >= 0n) return rangeIterator(0n, value - 1n);
  if (value instanceof Type) return typeIterator(value.unaliased());
  return fail("NOT_ITERABLE", `wrong argument type (${rubyClass(value)}; is not Iterable.`);
}

function listIterator(list: readonly Value[]): Iterator {
  return new Iterator(
    list.length,
    (i) => list[i]!,
    () => elementType(list),
  );
}

function rangeIterator(from: bigint, to: bigint): Iterator {
  const size = to < from ? 0 : Number(to - from + 1n);
  return new Iterator(
    size,
    (i) => from + BigInt(i),
    () => new IntegerType(from, to),
  );
}

function typeIterator(type: Type): Iterator {
  if (type instanceof IntegerType && type.isFinite) return rangeIterator(type.from!, type.to!);
  if (type instanceof EnumType) {
    return new Iterator(
      type.values.length,
      (i) => type.values[i]!,
      () => type,
    );
  }
  return fail("NOT_ITERABLE", `wrong argument type (${rubyClass(type)}; is not Iterable.`);
}
