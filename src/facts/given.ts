import { fail } from "../diagnostics/failure.ts";
import { readJson } from "../formats/json/read-json.ts";
import { readRegularText } from "../source/read-file.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { factsFromYaml } from "./external/yaml-facts.ts";

/** The facts in a file given on the command line: YAML or JSON, by its name or else by its first character. */
export function factsFromFile(path: string): Hash {
  const data = parse(path, textOf(path));
  if (!(data instanceof Hash)) fail("INVALID_FACTS", `Facts file ${path} does not contain a hash of facts`);
  const values = data.get("values");
  return values instanceof Hash && data.has("timestamp") ? values : data;
}

function textOf(path: string): string {
  try {
    return readRegularText(path);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT"
        ? "No such file or directory"
        : (error as Error).message;
    return fail("INVALID_FACTS", `Could not read facts file ${path}: ${reason}`);
  }
}

function parse(path: string, text: string): Value {
  try {
    return path.endsWith(".json") || /^\s*\{/.test(text) ? readJson(text) : factsFromYaml(text);
  } catch (error) {
    return fail("INVALID_FACTS", `Could not parse facts file ${path}: ${(error as Error).message}`);
  }
}

/** One fact given as `name=value`, the value a string; the name may lead into a structured fact: `os.family`. */
export function factFromArgument(argument: string): readonly [path: readonly string[], value: string] {
  const at = argument.indexOf("=");
  if (at < 1) fail("INVALID_FACTS", `Expected a fact as name=value, got '${argument}'`);
  return [argument.slice(0, at).split("."), argument.slice(at + 1)];
}
