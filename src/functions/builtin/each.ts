import { elements, pairs } from "../iterable.ts";
import { defineIteration } from "../iteration.ts";
import { untilBreak } from "../until-break.ts";

/** Calls the lambda for every element; gives what was iterated over. */
export const each = defineIteration(
  "each",
  ({ block }, iterable) => {
    untilBreak(() => {
      for (const pair of pairs(iterable)) block!.call(pair);
    });
    return iterable;
  },
  ({ block }, iterable) => {
    untilBreak(() => {
      for (const element of elements(iterable)) block!.call([element]);
    });
    return iterable;
  },
);
