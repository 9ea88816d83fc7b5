import { block, defineFunction, param } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import type { Value } from "../../values/value.ts";
import { elements, pairs } from "../iterable.ts";

/** A hash of arrays: the elements by what the lambda gives for them. */
export const group_by = defineFunction(
  "group_by",
  {
    params: [param("Collection", "collection")],
    block: block("Callable[1,1]"),
    returns: "Hash",
    body: ({ block }, collection) => grouped(elements(collection!), (element) => block!.call([element])),
  },
  {
    params: [param("Array", "array")],
    block: block("Callable[2,2]"),
    returns: "Hash",
    body({ block }, array) {
      const keys = [...pairs(array!)].map((pair) => block!.call(pair));
      let at = 0;
      return grouped(array as readonly Value[], () => keys[at++]!);
    },
  },
  {
    params: [param("Collection", "collection")],
    block: block("Callable[2,2]"),
    returns: "Hash",
    body: ({ block }, collection) => grouped(elements(collection!), (pair) => block!.call(pair as Value[])),
  },
);

function grouped(values: Iterable<Value>, keyOf: (value: Value) => Value): Hash {
  const groups = new Map<unknown, { readonly key: Value; readonly values: Value[] }>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(hashKey(key));
    if (group) group.values.push(value);
    else groups.set(hashKey(key), { key, values: [value] });
  }
  return Hash.from([...groups.values()].map((group) => [group.key, group.values]));
}
