import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";

/** A value as one argument for Windows batch files. */
export const batch_escape = defineFunction("batch_escape", {
  params: [param("Any", "string")],
  body: (_call, value) => `"${rubyText(value!).replace(/["$\\]/g, (c) => (c === '"' ? '""' : `\\${c}`))}"`,
});
