import { Hash } from "../../values/hash.ts";
import { materialize } from "../../values/materialize.ts";
import type { Value } from "../../values/value.ts";
import { elementsOf } from "../iterable.ts";
import type { Constructor } from "./constructor.ts";
import { cannotConvert, conversionFailed } from "./conversion.ts";
import { treeOf } from "./tree.ts";

/** `Hash.new`: from pairs, from a flat list of keys and values, or from paths (`tree`, `hash_tree`). */
export const newHash: Constructor = {
  name: "new_hash",
  types: {
    KeyValueArray: "Array[Tuple[Any,Any],1]",
    TreeArray: "Array[Tuple[Array,Any],1]",
    NewHashOption: "Enum[tree, hash_tree]",
  },
  dispatches: [
    {
      params: [
        ["TreeArray", "from"],
        ["NewHashOption", "build_option", "optional"],
      ],
      body: (_context, from, option) => {
        const pairs = from as readonly (readonly [readonly Value[], Value])[];
        return option === undefined ? Hash.from(pairs) : treeOf(pairs, option === "hash_tree");
      },
    },
    {
      params: [["KeyValueArray", "from"]],
      body: (_context, from) => Hash.from(from as readonly [Value, Value][]),
    },
    { params: [["Any", "from"]], body: (_context, from) => hashOf(from!) },
  ],
};

function hashOf(from: Value): Value {
  if (from instanceof Hash) return from;
  const elements = elementsOf(from);
  if (elements === undefined) conversionFailed(cannotConvert(from, "Hash"));
  const list = materialize(elements);
  if (list.length % 2 !== 0) conversionFailed("odd number of arguments for Hash");
  const pairs: [Value, Value][] = [];
  for (let i = 0; i < list.length; i += 2) pairs.push([list[i]!, list[i + 1]!]);
  return Hash.from(pairs);
}
