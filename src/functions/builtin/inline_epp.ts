import { renderEpp } from "../../evaluate/epp.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { Source } from "../../source/source.ts";
import type { Hash } from "../../values/hash.ts";

/** The text that an EPP text renders; it sees the variables of the code that calls. */
export const inline_epp = defineFunction("inline_epp", {
  params: [param("String", "template"), optionalParam("Hash[Pattern[/^\\w+$/], Any]", "parameters")],
  returns: "Variant[String, Sensitive[String]]",
  body({ scope }, text: string, parameters?: Hash) {
    const source = new Source(text, "inlined-epp-text");
    return renderEpp({ function: "inline_epp", source, scope, parameters });
  },
});
