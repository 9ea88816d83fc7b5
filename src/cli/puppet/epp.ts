import { existsSync, readFileSync } from "node:fs";
import { Failure, fail } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import type { Scope } from "../../evaluate/scope.ts";
import { findModuleFile } from "../../modules/module-files.ts";
import { callFunction, evaluate, openScope } from "../../nostrings.ts";
import { compileOptionsFor } from "../../run/compile-site.ts";
import { openEnvironment } from "../../run/site.ts";
import { readRegularText } from "../../source/read-file.ts";
import { Source } from "../../source/source.ts";
import type { Value } from "../../values/value.ts";
import { compileRequest } from "../apply/request.ts";
import type { Command, Invocation } from "../command.ts";
import { commandLog } from "../command-log.ts";
import { FACT_OPTIONS } from "../facts/fact-options.ts";
import { settingsOf } from "../settings.ts";
import { runValidate } from "../validate/validate.ts";

export const eppRender: Command = {
  name: "epp render",
  usage: "epp render [--values HASH] [-e TEXT | TEMPLATE...]",
  summary: "Render templates: files, or MODULE/NAME; without any, standard input",
  options: [
    { name: "execute", short: "e", value: "TEXT", help: "Render this text" },
    { name: "values", value: "HASH", help: "Parameters, as a hash in Puppet's language" },
    { name: "values_file", value: "FILE", help: "A file with such a hash" },
    { name: "node", value: "NAME", help: "Render for this node" },
    { name: "header", help: "Accepted for Puppet's sake; has no effect" },
    ...FACT_OPTIONS,
  ],
  settings: true,
  async run(invocation) {
    try {
      for (const text of rendered(invocation))
        invocation.terminal.out(text.endsWith("\n") ? text : `${text}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return refused(invocation, [puppetText(error.issue)], "render", "error while rendering epp");
    }
  },
};

export const eppValidate: Command = {
  name: "epp validate",
  usage: "epp validate TEMPLATE...",
  summary: "Check the syntax of templates",
  options: [{ name: "continue_on_error", help: "Accepted for Puppet's sake: all are always checked" }],
  settings: true,
  async run(invocation) {
    const { out, err, exitCode } = runValidate({ files: invocation.positionals, json: false, tasks: false });
    invocation.terminal.out(out);
    invocation.terminal.err(err);
    return exitCode === 0 ? 0 : refused(invocation, [], "validate", "Errors while validating epp");
  },
};

function refused({ terminal }: Invocation, words: readonly string[], action: string, what: string): number {
  const lines = [...words, what, `Try 'puppet help epp ${action}' for usage`];
  terminal.err(lines.map((line) => `Error: ${line}\n`).join(""));
  return 1;
}

function* rendered(invocation: Invocation): Iterable<string> {
  const { options, positionals, terminal } = invocation;
  const settings = settingsOf(options);
  const log = commandLog(invocation, settings, { ...terminal, out: terminal.err });
  const environment = openEnvironment(undefined, settings);
  const scope = openScope(compileOptionsFor(environment, compileRequest(options, settings, log)), false);
  const values = valuesOf(invocation, scope);
  const given = options.value("execute");
  const texts = positionals.map((name) => readRegularText(templateFile(name, scope)));
  for (const text of given === undefined ? texts : [given]) yield renderedText(text, values, scope);
  if (given === undefined && texts.length === 0) yield renderedText(readFileSync(0, "utf8"), values, scope);
}

function renderedText(template: string, values: readonly Value[], scope: Scope): string {
  return String(callFunction("inline_epp", [template, ...values], scope));
}

function templateFile(name: string, { compilation }: Scope): string {
  const found = existsSync(name) ? name : findModuleFile("templates", name, compilation.environment);
  return found ?? fail("PARSE_ERROR", `Could not find template '${name}'`);
}

function valuesOf({ options }: Invocation, scope: Scope): Value[] {
  const file = options.value("values_file");
  const code = options.value("values") ?? (file === undefined ? undefined : readRegularText(file));
  return code === undefined ? [] : [evaluate(new Source(code, file), scope)];
}
