import { rubyText } from "../../values/ruby/inspect.ts";
import { defineFunction, param } from "../function.ts";

/** A value as one argument for PowerShell. */
export const powershell_escape = defineFunction("powershell_escape", {
  params: [param("Any", "string")],
  body: (_call, value) => rubyText(value!).replace(/[ '`|\n$"]/g, (c) => (c === '"' ? '\\`"' : `\`${c}`)),
});
