import { block, defineFunction, param } from "../../evaluate/functions/function.ts";
import { iterate } from "../iterable.ts";
import { untilBreak } from "../until-break.ts";

/** The elements from the last to the first; lazy without a lambda. */
export const reverse_each = defineFunction(
  "reverse_each",
  { params: [param("Iterable", "iterable")], body: (_call, iterable) => iterate(iterable!).reversed() },
  {
    params: [param("Iterable", "iterable")],
    block: block("Callable[1,1]"),
    body({ block }, iterable) {
      untilBreak(() => {
        for (const element of iterate(iterable!).reversed()) block!.call([element]);
      });
      return null;
    },
  },
);
