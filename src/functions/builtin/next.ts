import { NextSignal } from "../../evaluate/control.ts";
import { defineFunction, optionalParam } from "../../evaluate/functions/function.ts";

/** Ends the innermost lambda, class, define or function with a value. */
export const next = defineFunction("next", {
  params: [optionalParam("Any", "value")],
  body({ place }, value = null) {
    throw new NextSignal(value, place);
  },
});
