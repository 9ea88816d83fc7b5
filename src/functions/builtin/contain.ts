import { containClasses } from "../../evaluate/declare/classes.ts";
import { defineFunction, requiredRepeatedParam } from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";

/** Like `include`, and the classes belong to the calling class or define. */
export const contain = defineFunction("contain", {
  params: [requiredRepeatedParam("Any", "names")],
  body: ({ scope }, ...names: Value[]) => containClasses(names, scope),
});
