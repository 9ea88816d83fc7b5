import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import type { Closure } from "../../values/closure.ts";
import { distinct } from "../../values/equality.ts";
import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import { materialize } from "../../values/materialize.ts";
import type { Value } from "../../values/value.ts";
import { elements } from "../iterable.ts";

const block = optionalBlock("Callable[Any]");

/** Without doubles: characters, elements, or the values of a hash, whose keys are then gathered. */
export const unique = defineFunction(
  "unique",
  {
    params: [param("String", "string")],
    block: optionalBlock("Callable[String]"),
    body: ({ block }, text: string) => uniqueBy([...text], block).join(""),
  },
  { params: [param("Hash", "hash")], block, body: ({ block }, hash: Hash) => uniqueHash(hash, block) },
  { params: [param("Array", "array")], block, body: ({ block }, array) => uniqueBy(elements(array!), block) },
  {
    params: [param("Iterable", "iterable")],
    block,
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
