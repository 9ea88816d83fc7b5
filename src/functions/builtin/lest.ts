import { block, defineFunction, param } from "../../evaluate/functions/function.ts";

/** The value, or what the lambda gives when it is undef. */
export const lest = defineFunction("lest", {
  params: [param("Any", "arg")],
  block: block("Callable[0,0]"),
  body: ({ block }, arg) => (arg === null ? block!.call([]) : arg!),
});
