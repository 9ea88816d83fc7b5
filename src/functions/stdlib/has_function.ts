import { defineFunction, param } from "../../evaluate/functions/function.ts";

/** Whether there is a function of a name. */
export const has_function = defineFunction("stdlib::has_function", {
  params: [param("String[1]", "function_name")],
  returns: "Boolean",
  body: ({ compilation }, name: string) => compilation.functions.has(name),
});
