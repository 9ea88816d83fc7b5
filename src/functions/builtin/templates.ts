import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import type { TemplateEngine } from "../../evaluate/template-engine.ts";
import { toText } from "../../values/to-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The text that ERB files (absolute, or `module/template`) render, one after another. */
const template = defineLegacyFunction("template", -2, (call, args) =>
  args.map((file) => rendered(call, toText(file))).join(""),
);

/** The text that ERB templates given as texts render, one after another. */
const inline_template = defineLegacyFunction("inline_template", -2, (call, args) =>
  args.map((text) => engine(call).renderText(toText(text), call.scope, call.place)).join(""),
);

function rendered(call: Call, name: string): string {
  const { scope, compilation, place } = call;
  compilation.log({ level: "debug", message: `Retrieving template ${name}`, source: scope.toString() });
  return engine(call).renderFile(name, scope, place);
}

/** ERB is Ruby: who compiles hands in what renders it. */
function engine({ name, compilation: { templates } }: Call): TemplateEngine {
  return templates ?? fail("ERB_UNSUPPORTED", `${name}(): ERB templates cannot be rendered here`);
}

/** ERB. */
export const templateFunctions: readonly BuiltinFunction[] = [inline_template, template];
