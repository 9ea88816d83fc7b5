import { containClasses } from "../../evaluate/declare/classes.ts";
import type { Value } from "../../values/value.ts";
import { defineFunction, requiredRepeatedParam } from "../function.ts";

/** Like `include`, and the classes belong to the calling class or define. */
export const contain = defineFunction("contain", {
  params: [requiredRepeatedParam("Any", "names")],
  body: ({ scope }, ...names: Value[]) => containClasses(names, scope),
});
