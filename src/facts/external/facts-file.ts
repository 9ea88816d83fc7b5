import { extname } from "node:path";
import { readJson } from "../../formats/json/read-json.ts";
import { listenDuringCommand } from "../../machine/interruption.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { Host } from "../host.ts";
import { factsFromYaml } from "./yaml-facts.ts";

/** The facts in one file of a facts.d folder: .yaml, .json, .txt or the output of an executable (parser.rb). */
export function factsInFile(host: Host, path: string): Hash {
  try {
    const data = parsed(host, path);
    if (data instanceof Hash) return data;
    if (data !== null) host.warn(`Could not interpret fact file ${path}`);
  } catch (error) {
    host.warn(`Failed to handle ${path} as facts: ${error instanceof Error ? error.message : String(error)}`);
  }
  return Hash.empty;
}

function parsed(host: Host, path: string): Value {
  switch (extname(path).toLowerCase()) {
    case ".yaml":
      return factsFromYaml(text(host, path));
    case ".json":
      return readJson(text(host, path));
    case ".txt":
      return keyValues(text(host, path));
    case ".bat":
    case ".cmd":
    case ".com":
    case ".exe":
      return null;
    default:
      return host.isExecutable(path) ? fromScript(host, path) : null;
  }
}

function text(host: Host, path: string): string {
  const content = host.read(path);
  if (content === undefined) throw new Error("it cannot be read");
  return content;
}

/** A script may write YAML, JSON or lines of `name=value`. */
function fromScript(host: Host, path: string): Hash {
  listenDuringCommand();
  const output = host.run(path, []);
  if (output === undefined) throw new Error("it could not be run, or did not end in time");
  const complaint = output.err.trim();
  if (complaint !== "")
    host.warn(`Command ${path} completed with the following stderr message: ${complaint}`);
  return structuredOutput(output.out) ?? keyValues(output.out);
}

function structuredOutput(output: string): Hash | undefined {
  try {
    const data = factsFromYaml(output);
    return data instanceof Hash ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Lines of `name=value`; other lines are skipped, values are strings. */
export function keyValues(text: string): Hash {
  const facts: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^(.+?)=(.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) facts.push([name, value]);
  }
  return Hash.from(facts);
}
