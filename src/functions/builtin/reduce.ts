import { BreakSignal } from "../../evaluate/control.ts";
import { block, defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Closure } from "../../values/closure.ts";
import type { Value } from "../../values/value.ts";
import { elements } from "../iterable.ts";

/** One value out of all elements, each combined with what came before; `break()` gives what came before. */
export const reduce = defineFunction(
  "reduce",
  {
    params: [param("Iterable", "enumerable")],
    block: block("Callable[2,2]"),
    body({ block }, iterable) {
      const [first = null, ...rest] = elements(iterable!);
      return combined(first, rest, block!);
    },
  },
  {
    params: [param("Iterable", "enumerable"), param("Any", "memo")],
    block: block("Callable[2,2]"),
    body: ({ block }, iterable, memo) => combined(memo!, elements(iterable!), block!),
  },
);

function combined(start: Value, rest: Iterable<Value>, block: Closure): Value {
  let memo = start;
  try {
    for (const element of rest) memo = block.call([memo, element]);
  } catch (thrown) {
    if (!(thrown instanceof BreakSignal)) throw thrown;
  }
  return memo;
}
