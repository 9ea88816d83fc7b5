import { Hash } from "../values/hash.ts";
import { Iterator } from "../values/iterator.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { EnumType } from "./enum-type.ts";
import { IntegerType } from "./integer-type.ts";

/**
 * What iterating over a value gives: elements, `[key, value]` pairs, characters, the numbers below an Integer,
 * or what a bounded Integer type or an Enum holds. Undefined when it cannot be iterated over.
 */
export function elementsOf(value: Value): Iterable<Value> | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return value >= 0n ? integers(0n, value - 1n) : undefined;
  if (Array.isArray(value)) return value;
  if (value instanceof Hash || value instanceof Iterator) return value;
  return value instanceof Type ? elementsOfType(value.unaliased()) : undefined;
}

function elementsOfType(type: Type): Iterable<Value> | undefined {
  if (type instanceof EnumType) return type.values;
  if (!(type instanceof IntegerType)) return undefined;
  const { from, to } = type;
  return from === undefined || to === undefined ? undefined : integers(from, to);
}

/** The integers from one to another, both included. */
function* integers(from: bigint, to: bigint): IterableIterator<bigint> {
  for (let value = from; value <= to; value++) yield value;
}
