import type { Call } from "../../evaluate/functions/call.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { elements, hasKeys, pairs } from "../iterable.ts";
import { defineIteration } from "../iteration.ts";
import { untilBreak } from "../until-break.ts";

/** The elements for which the lambda holds; a hash of a hash. Only what is no hash can be left by `break()`. */
export const filter = defineIteration("filter", filterPairs, filterElements);

function filterPairs({ block }: Call, iterable: Value): Value {
  if (hasKeys(iterable)) return Hash.from([...pairs(iterable)].filter((pair) => isTrue(block!.call(pair))));
  const result: Value[] = [];
  untilBreak(() => {
    for (const [index, element] of pairs(iterable)) {
      if (isTrue(block!.call([index, element]))) result.push(element);
    }
  });
  return result;
}

function filterElements({ block }: Call, iterable: Value): Value {
  if (iterable instanceof Hash) return Hash.from([...iterable].filter((pair) => isTrue(block!.call([pair]))));
  const result: Value[] = [];
  untilBreak(() => {
    for (const element of elements(iterable)) if (isTrue(block!.call([element]))) result.push(element);
  });
  return result;
}
