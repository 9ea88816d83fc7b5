import { isTrue } from "../../evaluate/truth.ts";
import { elements, pairs } from "../iterable.ts";
import { defineIteration } from "../iteration.ts";

/** Whether the lambda holds for at least one element. */
export const any = defineIteration(
  "any",
  ({ block }, iterable) => {
    for (const pair of pairs(iterable)) if (isTrue(block!.call(pair))) return true;
    return false;
  },
  ({ block }, iterable) => {
    for (const element of elements(iterable)) if (isTrue(block!.call([element]))) return true;
    return false;
  },
);
