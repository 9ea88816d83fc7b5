import type { Hash } from "../../values/hash.ts";
import { parseEpp, renderEpp } from "../epp-template.ts";
import { defineFunction, optionalParam, param } from "../function.ts";

/** The text that an EPP text renders; it sees the variables of the code that calls. */
export const inline_epp = defineFunction("inline_epp", {
  params: [param("String", "template"), optionalParam("Hash[Pattern[/^\\w+$/], Any]", "parameters")],
  returns: "Variant[String, Sensitive[String]]",
  body: ({ scope }, text: string, parameters?: Hash) =>
    renderEpp(parseEpp(text, "inlined-epp-text", "inline_epp"), scope, parameters),
});
