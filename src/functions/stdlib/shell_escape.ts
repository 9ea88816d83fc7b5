import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { shellEscape } from "../shell-words.ts";

/** A value as one word for a Bourne shell. */
export const shell_escape = defineFunction("shell_escape", {
  params: [param("Any", "string")],
  body: (_call, value) => shellEscape(rubyText(value!)),
});
