import type { Hash } from "../values/hash.ts";
import { Iterator } from "../values/iterator.ts";
import type { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import { inferSet } from "./infer.ts";
import { IntegerType } from "./integer-type.ts";
import { TupleType } from "./tuple-type.ts";
import { UnitType } from "./unit-type.ts";
import { VariantType } from "./variant-type.ts";

/** The type of what a list has, value by value; Unit when it is empty. */
export function elementType(list: Iterable<Value>): Type {
  const types = [...list].map(inferSet);
  return types.length === 0 ? UnitType.default : VariantType.of(types);
}

/** A lazy view of the `[key, value]` pairs of a hash. */
export function hashIterator(hash: Hash): Iterator {
  const entries = [...hash];
  const type = () =>
    new TupleType(
      [elementType(hash.keys()).generalize(), elementType(hash.values()).generalize()],
      IntegerType.exactly(2),
    );
  return new Iterator(entries.length, (i) => entries[i]!, type, true);
}
