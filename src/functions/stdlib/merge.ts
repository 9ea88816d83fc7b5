import { block, defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { elements, pairs } from "../iterable.ts";
import { untilBreak } from "../until-break.ts";

/** Hashes laid over one another; or the hashes that a lambda gives for each element, told those before. */
export const merge = defineFunction(
  "merge",
  {
    params: [repeatedParam("Variant[Hash[Scalar,Any], Undef, String[0,0]]", "args")],
    returns: "Hash[Scalar,Any]",
    body: (_call, ...hashes: Value[]) => hashes.reduce<Hash>(over, Hash.empty),
  },
  {
    params: [repeatedParam("Iterable", "args")],
    block: block("Callable[3,3]"),
    returns: "Hash",
    body({ block }, iterable) {
      let merged = Hash.empty;
      untilBreak(() => {
        for (const [key, value] of pairs(iterable!)) merged = over(merged, block!.call([merged, key, value]));
      });
      return merged;
    },
  },
  {
    params: [repeatedParam("Iterable", "args")],
    block: block("Callable[2,2]"),
    returns: "Hash",
    body({ block }, iterable) {
      let merged = Hash.empty;
      for (const element of elements(iterable!)) merged = over(merged, block!.call([merged, element]));
      return merged;
    },
  },
);

function over(under: Hash, value: Value): Hash {
  return value instanceof Hash ? under.merge(value) : under;
}
