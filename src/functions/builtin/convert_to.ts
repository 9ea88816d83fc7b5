import { defineFunction, optionalBlock, param, repeatedParam } from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";

/** A new instance of a type made from a value; the lambda may change it. */
export const convert_to = defineFunction("convert_to", {
  params: [param("Any", "value"), param("Type", "type"), repeatedParam("Any", "args")],
  block: optionalBlock("Callable[1,1]"),
  body({ compilation, scope, place, block }, value, type, ...args: Value[]) {
    const made = compilation.functions.call("new", [type!, value!, ...args], scope, place);
    return block ? block.call([made]) : made;
  },
});
