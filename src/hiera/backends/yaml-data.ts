import { readYaml } from "../../formats/yaml/read-yaml.ts";
import { YamlProblem } from "../../formats/yaml/yaml-problem.ts";
import { Hash } from "../../values/hash.ts";
import type { LookupContext } from "../context.ts";
import { lookupFail } from "../lookup-failure.ts";

/** The hash in a YAML file; anything else counts as empty, with a warning (an error under `strict = error`). */
export function yamlData(path: string, context: LookupContext): Hash {
  return context.cachedFileData(path, "yaml", (content) => yamlHash(path, content, context));
}

/** The hash in a YAML text, which stands or stood encrypted in a file. */
export function yamlHash(path: string, content: string, context: LookupContext): Hash {
  const data = readAt(path, content);
  if (data instanceof Hash) return data;
  const message = `${path}: file does not contain a valid yaml hash`;
  const { layers } = context.invocation;
  if (layers.strict === "error" && data !== null && data !== false) lookupFail(message, { file: path });
  layers.warn(message);
  return Hash.empty;
}

function readAt(path: string, content: string) {
  try {
    return readYaml(content);
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    return lookupFail(`Unable to parse ${yamlProblemWords(error, path)}`, {
      file: path,
      line: error.line,
      column: error.column,
    });
  }
}

/** A YAML problem as Puppet words it: Psych names file and position of syntax errors, Puppet the file of the rest. */
export function yamlProblemWords({ message, syntax }: YamlProblem, path: string): string {
  return syntax || message.startsWith("Tried to load") ? `(${path}): ${message}` : message;
}
