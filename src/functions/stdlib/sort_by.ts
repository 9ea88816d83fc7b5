import { block, defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Closure } from "../../values/closure.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { incomparable, rubyCompare, rubySort } from "../ruby-sort.ts";

const one = block("Callable[1,1]");

/** The elements of an array, characters of a text or entries of a hash, in the order of what the lambda gives for them. */
export const sort_by = defineFunction(
  "stdlib::sort_by",
  {
    params: [param("Array", "ary")],
    block: one,
    body: ({ block }, list: readonly Value[]) => sorted(list, block!),
  },
  {
    params: [param("String", "str")],
    block: one,
    body: ({ block }, text: string) => sorted([...text], block!).join(""),
  },
  {
    params: [param("Hash", "hsh")],
    block: block("Variant[Callable[1,1], Callable[2,2]]"),
    body: ({ block }, hash: Hash) => Hash.from(sorted([...hash], block!) as unknown as [Value, Value][]),
  },
);

/** Each element is asked for its place once. */
function sorted(values: readonly Value[], block: Closure): Value[] {
  const spread = block.parameters.length === 2;
  const places = values.map((value): Value => [block.call(spread ? (value as Value[]) : [value]), value]);
  const first = (pair: Value) => (pair as readonly Value[])[0]!;
  const order = (a: Value, b: Value) => rubyCompare(first(a), first(b)) ?? incomparable(first(a), first(b));
  return rubySort(places, order).map((pair) => (pair as readonly Value[])[1]!);
}
