import { block, defineFunction, param } from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import type { Closure } from "../../values/closure.ts";
import type { Value } from "../../values/value.ts";
import { elements, pairs } from "../iterable.ts";

const returns = "Tuple[Array, Array]";

/** Two arrays: the elements for which the lambda holds, and the others. */
export const partition = defineFunction(
  "partition",
  {
    params: [param("Collection", "collection")],
    block: block("Callable[1,1]"),
    returns,
    body: ({ block }, collection) => divided(elements(collection!), (element) => [element], block!),
  },
  {
    params: [param("Array", "array")],
    block: block("Callable[2,2]"),
    returns,
    body({ block }, array) {
      const [held, others] = divided(pairs(array!), (pair) => pair as Value[], block!);
      return [held!.map(([, element]) => element!), others!.map(([, element]) => element!)];
    },
  },
  {
    params: [param("Collection", "collection")],
    block: block("Callable[2,2]"),
    returns,
    body: ({ block }, collection) => divided(elements(collection!), (pair) => pair as Value[], block!),
  },
);

function divided<T extends Value>(values: Iterable<T>, argsOf: (value: T) => Value[], block: Closure): T[][] {
  const held: T[] = [];
  const others: T[] = [];
  for (const value of values) (isTrue(block.call(argsOf(value))) ? held : others).push(value);
  return [held, others];
}
