import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";

/** A text as one word for a Bourne shell, with backslashes (Ruby's Shellwords). */
export function shellEscape(text: string): string {
  if (text === "") return "''";
  return text.replace(/[^A-Za-z0-9_\-.,:+/@\n]/gu, "\\$&").replace(/\n/g, "'\n'");
}

const WORD = /\s*(?:([^\s\\'"]+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|(\\[\s\S]?)|(\S))(?:(\s|$)|)/g;

/** The words of a text as a Bourne shell splits it; undefined when a quote is not closed. */
export function shellSplit(text: string): string[] | undefined {
  const words: string[] = [];
  let field = "";
  for (const [, word, single, double, escaped, garbage, separator] of text.matchAll(WORD)) {
    if (garbage !== undefined) return undefined;
    const unquoted = double?.replace(/\\([$`"\\\n])/g, "$1");
    field += word ?? single ?? unquoted ?? escaped?.replace(/^\\([\s\S])/, "$1") ?? "";
    if (separator === undefined) continue;
    words.push(field);
    field = "";
  }
  return words;
}

/** A value as one word for a Bourne shell. */
const shell_escape = defineFunction("shell_escape", {
  params: [param("Any", "string")],
  body: (_call, value) => shellEscape(rubyText(value!)),
});

/** The elements of an array as a command line for a Bourne shell. */
const shell_join = defineLegacyFunction("shell_join", -1, (_call, args) => {
  const [array] = args;
  if (args.length !== 1) parseError(`shell_join(): Wrong number of arguments given (${args.length} for 1)`);
  if (!Array.isArray(array)) parseError(`First argument is not an Array: ${rubyInspect(array!)}`);
  return (array as readonly Value[]).map((element) => shellEscape(rubyText(element))).join(" ");
});

/** The words of a command line, as a Bourne shell splits it. */
const shell_split = defineLegacyFunction("shell_split", -1, (_call, args) => {
  if (args.length !== 1) parseError(`shell_split(): Wrong number of arguments given (${args.length} for 1)`);
  const line = rubyText(args[0]!);
  return shellSplit(line) ?? fail("ARGUMENT_ERROR", `Unmatched quote: ${rubyInspect(line)}`);
});

/** A value as one argument for Windows batch files. */
const batch_escape = defineFunction("batch_escape", {
  params: [param("Any", "string")],
  body: (_call, value) => `"${rubyText(value!).replace(/["$\\]/g, (c) => (c === '"' ? '""' : `\\${c}`))}"`,
});

/** A value as one argument for PowerShell. */
const powershell_escape = defineFunction("powershell_escape", {
  params: [param("Any", "string")],
  body: (_call, value) => rubyText(value!).replace(/[ '`|\n$"]/g, (c) => (c === '"' ? '\\`"' : `\`${c}`)),
});

/** The functions of this chapter. */
export const shellFunctions: readonly BuiltinFunction[] = [
  shell_escape,
  shell_join,
  shell_split,
  batch_escape,
  powershell_escape,
];
