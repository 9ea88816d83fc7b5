import { existsSync, readFileSync } from "node:fs";
import { fail } from "../../diagnostics/failure.ts";
import type { Compilation } from "../../evaluate/compilation.ts";
import { findModuleFile } from "../../modules/module-files.ts";
import type { Hash } from "../../values/hash.ts";
import { type EppTemplate, parseEpp, renderEpp } from "../epp-template.ts";
import { defineFunction, optionalParam, param } from "../function.ts";

/** The text that an EPP file (absolute, or `module/template`) renders; it sees global variables and its parameters. */
export const epp = defineFunction("epp", {
  params: [param("String", "path"), optionalParam("Hash[Pattern[/^\\w+$/], Any]", "parameters")],
  returns: "Variant[String, Sensitive[String]]",
  body({ scope, compilation }, path: string, parameters?: Hash) {
    const file = existsSync(path) || path.endsWith(".epp") ? path : `${path}.epp`;
    compilation.log({ level: "debug", message: `Retrieving epp template ${file}`, source: scope.toString() });
    const found = findModuleFile("templates", file, compilation.environment);
    if (found === undefined) fail("PARSE_ERROR", `Could not find template '${file}'`);
    return renderEpp(parsed(found, compilation), scope.global(), parameters);
  },
});

const templates = new WeakMap<Compilation, Map<string, EppTemplate>>();

/** Each file is parsed once in a compilation. */
function parsed(path: string, compilation: Compilation): EppTemplate {
  let known = templates.get(compilation);
  if (!known) {
    known = new Map();
    templates.set(compilation, known);
  }
  const template = known.get(path) ?? parseEpp(readFileSync(path, "utf8"), path, "epp");
  known.set(path, template);
  return template;
}
