import { defineFunction, optionalBlock, param } from "../../evaluate/functions/function.ts";
import type { Closure } from "../../values/closure.ts";
import type { Value } from "../../values/value.ts";
import { rubyCompare, rubySort } from "../ruby-sort.ts";

const block = optionalBlock("Callable[2,2]");

/** The characters of a string, or the elements of an array, in order, or in the order that the lambda gives. */
export const sort = defineFunction(
  "sort",
  {
    params: [param("String", "string_value")],
    block,
    body: ({ block }, text: string) => sorted([...text], block).join(""),
  },
  {
    params: [param("Array", "array_value")],
    block,
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
