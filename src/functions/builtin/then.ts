import { block, defineFunction, param } from "../../evaluate/functions/function.ts";

/** What the lambda makes of a value, unless it is undef. */
export const thenFunction = defineFunction("then", {
  params: [param("Any", "arg")],
  block: block("Callable[1,1]"),
  body: ({ block }, arg) => (arg === null ? null : block!.call([arg!])),
});
