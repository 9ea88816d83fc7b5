import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyText } from "../../values/ruby/inspect.ts";

/** A value as one argument for PowerShell. */
export const powershell_escape = defineFunction("powershell_escape", {
  params: [param("Any", "string")],
  body: (_call, value) => rubyText(value!).replace(/[ '`|\n$"]/g, (c) => (c === '"' ? '\\`"' : `\`${c}`)),
});
