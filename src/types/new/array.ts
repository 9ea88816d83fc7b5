import { Binary } from "../../values/binary.ts";
import { Hash } from "../../values/hash.ts";
import { materialize } from "../../values/materialize.ts";
import type { Value } from "../../values/value.ts";
import { elementsOf } from "../iterable.ts";
import type { Constructor } from "./constructor.ts";
import { cannotConvert } from "./conversion.ts";

/** `Array.new`: what can be iterated, or with `true` an array around anything else. */
export const newArray: Constructor = {
  name: "new_array",
  dispatches: [
    {
      params: [
        ["Variant[Array,Hash,Binary,Iterable]", "from"],
        ["Boolean[false]", "wrap", "optional"],
      ],
      body: (_context, from) => arrayOf(from!),
    },
    {
      params: [
        ["Any", "from"],
        ["Boolean[true]", "wrap"],
      ],
      body: (_context, from) => (Array.isArray(from) ? from : [from!]),
    },
  ],
  mismatches: [
    {
      params: [
        ["Any", "from"],
        ["Boolean", "wrap", "optional"],
      ],
      words: (_local, from) => cannotConvert(from!, "Array"),
    },
  ],
};

function arrayOf(from: Value): Value {
  if (Array.isArray(from)) return from;
  if (from instanceof Hash) return [...from];
  if (from instanceof Binary) return [...from.bytes].map(BigInt);
  return materialize(elementsOf(from)!);
}
