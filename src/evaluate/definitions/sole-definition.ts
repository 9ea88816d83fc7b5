import { fail } from "../../diagnostics/failure.ts";
import type { Program } from "../../syntax/ast.ts";

/** The folders of a module whose files define one thing each, with Puppet's words for it. */
const FOLDERS = {
  functions: { kind: "function", kinds: ["FunctionDefinition"], found: "function", quote: "" },
  types: {
    kind: "type",
    kinds: ["TypeAlias", "TypeDefinition"],
    found: "type alias or type definition",
    quote: "'",
  },
} as const;

/**
 * Fail unless a file where a function or a type was looked for defines it and nothing else
 * (lib/puppet/pops/loader/puppet_function_instantiator.rb and type_definition_instantiator.rb).
 */
export function checkSoleDefinition(
  program: Program,
  folder: keyof typeof FOLDERS,
  name: string,
  file: string,
): void {
  const wrong = wrongWith(program, folder, name);
  if (wrong !== undefined) fail("RUNTIME_ERROR", `The code loaded from ${file} ${wrong}`);
}

function wrongWith({ definitions }: Program, folder: keyof typeof FOLDERS, name: string): string | undefined {
  const { kind, kinds, found, quote } = FOLDERS[folder];
  const [only, ...others] = definitions;
  if (!only) return `does not define the ${kind} '${name}' - it is empty.`;
  if (others.length > 0) return `must contain only the ${kind} '${name}' - it has additional definitions.`;
  if (!("name" in only) || !kinds.some((wanted) => wanted === only.kind))
    return `does not define the ${kind} '${name}' - no ${found} found.`;
  if (only.name.toLowerCase() === name) return undefined;
  const names = `expected ${quote}${name}${quote}, actual ${quote}${only.name}${quote}`;
  return `produced ${kind} with the wrong name, ${names}`;
}
