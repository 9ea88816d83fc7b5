import { block, defineFunction, param } from "../../evaluate/functions/function.ts";
import { iterate } from "../iterable.ts";
import { untilBreak } from "../until-break.ts";

/** Every nth element, beginning with the first; lazy without a lambda. */
export const step = defineFunction(
  "step",
  {
    params: [param("Iterable", "iterable"), param("Integer[1]", "step")],
    body: (_call, iterable, size: bigint) => iterate(iterable!).step(Number(size)),
  },
  {
    params: [param("Iterable", "iterable"), param("Integer[1]", "step")],
    block: block("Callable[1,1]"),
    body({ block }, iterable, size: bigint) {
      untilBreak(() => {
        for (const element of iterate(iterable!).step(Number(size))) block!.call([element]);
      });
      return null;
    },
  },
);
