import { BreakSignal, NextSignal, ReturnSignal } from "../../evaluate/control.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import {
  block,
  defineFunction,
  optionalParam,
  param,
  repeatedParam,
} from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";

/** Ends the innermost iterating function. */
const breakFunction = defineFunction("break", {
  params: [],
  body({ place }) {
    throw new BreakSignal(place);
  },
});

/** Ends the innermost lambda, class, define or function with a value. */
const next = defineFunction("next", {
  params: [optionalParam("Any", "value")],
  body({ place }, value = null) {
    throw new NextSignal(value, place);
  },
});

/** Ends the function, class or define that the code stands in, with a value. */
const returnFunction = defineFunction("return", {
  params: [optionalParam("Any", "value")],
  body({ place }, value = null) {
    throw new ReturnSignal(value, place);
  },
});

/** What the lambda makes of a value, unless it is undef. */
const thenFunction = defineFunction("then", {
  params: [param("Any", "arg")],
  block: block("Callable[1,1]"),
  body: ({ block }, arg) => (arg === null ? null : block!.call([arg!])),
});

/** The value, or what the lambda gives when it is undef. */
const lest = defineFunction("lest", {
  params: [param("Any", "arg")],
  block: block("Callable[0,0]"),
  body: ({ block }, arg) => (arg === null ? block!.call([]) : arg!),
});

/** Calls the lambda with the arguments. */
const withFunction = defineFunction("with", {
  params: [repeatedParam("Any", "arg")],
  block: block(),
  body: ({ block }, ...args: Value[]) => block!.call(args),
});

/** The functions of this chapter. */
export const controlFunctions: readonly BuiltinFunction[] = [
  breakFunction,
  next,
  returnFunction,
  thenFunction,
  lest,
  withFunction,
];
