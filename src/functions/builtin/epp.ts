import { existsSync } from "node:fs";
import { fail } from "../../diagnostics/failure.ts";
import type { Compilation } from "../../evaluate/compilation.ts";
import { renderEpp } from "../../evaluate/epp.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, optionalParam, param } from "../../evaluate/functions/function.ts";
import { findModuleFile } from "../../modules/module-files.ts";
import { readRegularText } from "../../source/read-file.ts";
import { Source } from "../../source/source.ts";
import type { Hash } from "../../values/hash.ts";

/** The text that an EPP file (absolute, or `module/template`) renders; it sees global variables and its parameters. */
export const epp = defineFunction("epp", {
  params: [param("String", "path"), optionalParam("Hash[Pattern[/^\\w+$/], Any]", "parameters")],
  returns: "Variant[String, Sensitive[String]]",
  body({ scope, compilation }, path: string, parameters?: Hash) {
    const file = existsSync(path) || path.endsWith(".epp") ? path : `${path}.epp`;
    compilation.log({ level: "debug", message: `Retrieving epp template ${file}`, source: scope.toString() });
    const found = findModuleFile("templates", file, compilation.environment);
    if (found === undefined) fail("PARSE_ERROR", `Could not find template '${file}'`);
    return renderEpp({ function: "epp", source: sourceOf(found, compilation), scope, parameters });
  },
});

const sources = new WeakMap<Compilation, Map<string, Source>>();

/** Each file is read, and so parsed, once in a compilation. */
function sourceOf(path: string, compilation: Compilation): Source {
  let known = sources.get(compilation);
  if (!known) {
    known = new Map();
    sources.set(compilation, known);
  }
  const source = known.get(path) ?? new Source(readRegularText(path), path);
  known.set(path, source);
  return source;
}

/** The text that an EPP text renders; it sees the variables of the code that calls. */
const inline_epp = defineFunction("inline_epp", {
  params: [param("String", "template"), optionalParam("Hash[Pattern[/^\\w+$/], Any]", "parameters")],
  returns: "Variant[String, Sensitive[String]]",
  body({ scope }, text: string, parameters?: Hash) {
    const source = new Source(text, "inlined-epp-text");
    return renderEpp({ function: "inline_epp", source, scope, parameters });
  },
});

/** The functions of this chapter. */
export const eppFunctions: readonly BuiltinFunction[] = [epp, inline_epp];
