import { block, defineFunction, repeatedParam } from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";

/** Calls the lambda with the arguments. */
export const withFunction = defineFunction("with", {
  params: [repeatedParam("Any", "arg")],
  block: block(),
  body: ({ block }, ...args: Value[]) => block!.call(args),
});
