import type { Value } from "../../values/value.ts";
import { elements, pairs } from "../iterable.ts";
import { defineIteration } from "../iteration.ts";
import { untilBreak } from "../until-break.ts";

/** What the lambda makes of every element. */
export const map = defineIteration(
  "map",
  ({ block }, iterable) => {
    const result: Value[] = [];
    untilBreak(() => {
      for (const pair of pairs(iterable)) result.push(block!.call(pair));
    });
    return result;
  },
  ({ block }, iterable) => {
    const result: Value[] = [];
    untilBreak(() => {
      for (const element of elements(iterable)) result.push(block!.call([element]));
    });
    return result;
  },
);
