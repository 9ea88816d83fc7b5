import { requireClasses } from "../../evaluate/declare/classes.ts";
import { defineFunction, requiredRepeatedParam } from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";

/** Like `include`, and what the calling class or define holds comes after the classes. */
export const requireFunction = defineFunction("require", {
  params: [requiredRepeatedParam("Any", "names")],
  body: ({ scope }, ...names: Value[]) => requireClasses(names, scope),
});
