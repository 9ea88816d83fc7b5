import { ReturnSignal } from "../../evaluate/control.ts";
import { defineFunction, optionalParam } from "../../evaluate/functions/function.ts";

/** Ends the function, class or define that the code stands in, with a value. */
export const returnFunction = defineFunction("return", {
  params: [optionalParam("Any", "value")],
  body({ place }, value = null) {
    throw new ReturnSignal(value, place);
  },
});
