import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import {
  block,
  defineFunction,
  optionalBlock,
  param,
  repeatedParam,
} from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import type { Closure } from "../../values/closure.ts";
import { distinct } from "../../values/equality.ts";
import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import { add, materialize } from "../../values/materialize.ts";
import type { Value } from "../../values/value.ts";
import { elements, pairs } from "../iterable.ts";
import { rubyCompare, rubySort } from "../ruby-sort.ts";

const returns = "Tuple[Array, Array]";

/** Two arrays: the elements for which the lambda holds, and the others. */
const partition = defineFunction(
  "partition",
  {
    params: [param("Collection", "collection")],
    block: block("Callable[1,1]"),
    returns,
    body: ({ block }, collection) => divided(elements(collection!), (element) => [element], block!),
  },
  {
    params: [param("Array", "array")],
    block: block("Callable[2,2]"),
    returns,
    body({ block }, array) {
      const [held, others] = divided(pairs(array!), (pair) => pair as Value[], block!);
      return [held!.map(([, element]) => element!), others!.map(([, element]) => element!)];
    },
  },
  {
    params: [param("Collection", "collection")],
    block: block("Callable[2,2]"),
    returns,
    body: ({ block }, collection) => divided(elements(collection!), (pair) => pair as Value[], block!),
  },
);

function divided<T extends Value>(values: Iterable<T>, argsOf: (value: T) => Value[], block: Closure): T[][] {
  const held: T[] = [];
  const others: T[] = [];
  for (const value of values) (isTrue(block.call(argsOf(value))) ? held : others).push(value);
  return [held, others];
}

/** A hash of arrays: the elements by what the lambda gives for them. */
const group_by = defineFunction(
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

/** All arguments as one array without arrays in it. */
const flatten = defineFunction("flatten", {
  params: [repeatedParam("Any", "args")],
  body: (_call, ...args: Value[]) => flattened(args),
});

/** The elements of nested arrays in one. */
export function flattened(values: readonly Value[]): Value[] {
  const result: Value[] = [];
  addLeaves(values, result);
  return result;
}

function addLeaves(values: readonly Value[], result: Value[]): void {
  for (const value of values) {
    if (Array.isArray(value)) addLeaves(value, result);
    else add(result, value);
  }
}

const byOne = optionalBlock("Callable[Any]");

/** Without doubles: characters, elements, or the values of a hash, whose keys are then gathered. */
const unique = defineFunction(
  "unique",
  {
    params: [param("String", "string")],
    block: optionalBlock("Callable[String]"),
    body: ({ block }, text: string) => uniqueBy([...text], block).join(""),
  },
  { params: [param("Hash", "hash")], block: byOne, body: ({ block }, hash: Hash) => uniqueHash(hash, block) },
  {
    params: [param("Array", "array")],
    block: byOne,
    body: ({ block }, array) => uniqueBy(elements(array!), block),
  },
  {
    params: [param("Iterable", "iterable")],
    block: byOne,
    body: ({ block }, iterable) => uniqueBy(materialize(elements(iterable!)), block),
  },
);

function uniqueBy(values: Iterable<Value>, block: Closure | undefined): Value[] {
  if (!block) return distinct(values);
  const seen = new Set<unknown>();
  return [...values].filter((value) => {
    const key = hashKey(block.call([value]));
    return !seen.has(key) && seen.add(key);
  });
}

function uniqueHash(hash: Hash, block: Closure | undefined): Hash {
  const groups = new Map<unknown, { readonly keys: Value[]; readonly values: Value[] }>();
  for (const [key, value] of hash) {
    const id = hashKey(block ? block.call([value]) : value);
    const group = groups.get(id) ?? { keys: [], values: [] };
    group.keys.push(key);
    group.values.push(value);
    groups.set(id, group);
  }
  return Hash.from([...groups.values()].map(({ keys, values }) => [keys, distinct(values)]));
}

const byTwo = optionalBlock("Callable[2,2]");

/** The characters of a string, or the elements of an array, in order, or in the order that the lambda gives. */
const sort = defineFunction(
  "sort",
  {
    params: [param("String", "string_value")],
    block: byTwo,
    body: ({ block }, text: string) => sorted([...text], block).join(""),
  },
  {
    params: [param("Array", "array_value")],
    block: byTwo,
    body: ({ block }, array: readonly Value[]) => sorted(array, block),
  },
);

function sorted(values: readonly Value[], block: Closure | undefined): Value[] {
  if (!block) return rubySort(values, rubyCompare);
  return rubySort(values, (a, b) => {
    const order = block.call([a, b]);
    return typeof order === "bigint" || typeof order === "number" ? Number(order) : undefined;
  });
}

/** The functions of this chapter. */
export const groupingFunctions: readonly BuiltinFunction[] = [partition, group_by, flatten, unique, sort];
