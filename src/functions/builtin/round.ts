import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { wholeNumber } from "../numeric-text.ts";

/** The nearest Integer; halves go away from zero. */
export const round = defineFunction("round", {
  params: [param("Numeric", "val")],
  body: (_call, val: bigint | number) =>
    typeof val === "bigint" ? val : wholeNumber(Math.trunc(val > 0 ? val + 0.5 : val - 0.5)),
});
