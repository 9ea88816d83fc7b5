import { isTrue } from "../../evaluate/truth.ts";
import { elements, pairs } from "../iterable.ts";
import { defineIteration } from "../iteration.ts";

/** Whether the lambda holds for every element. */
export const all = defineIteration(
  "all",
  ({ block }, iterable) => {
    for (const pair of pairs(iterable)) if (!isTrue(block!.call(pair))) return false;
    return true;
  },
  ({ block }, iterable) => {
    for (const element of elements(iterable)) if (!isTrue(block!.call([element]))) return false;
    return true;
  },
);
