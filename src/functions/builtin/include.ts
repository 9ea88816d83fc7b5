import { includeClasses } from "../../evaluate/declare/classes.ts";
import { defineFunction, requiredRepeatedParam } from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";

/** Declares classes and evaluates them, each once; gives references to them. */
export const include = defineFunction("include", {
  params: [requiredRepeatedParam("Any", "names")],
  body: ({ scope }, ...names: Value[]) => includeClasses(names, scope),
});
