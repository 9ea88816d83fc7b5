import { BreakSignal } from "../../evaluate/control.ts";
import { defineFunction } from "../../evaluate/functions/function.ts";

/** Ends the innermost iterating function. */
export const breakFunction = defineFunction("break", {
  params: [],
  body({ place }) {
    throw new BreakSignal(place);
  },
});
