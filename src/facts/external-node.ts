import { isAbsolute } from "node:path";
import { Failure, fail } from "../diagnostics/failure.ts";
import { readYaml } from "../formats/yaml/read-yaml.ts";
import { Hash } from "../values/hash.ts";
import type { Value } from "../values/value.ts";
import { NoAnswer, printedBy } from "./ask-program.ts";

/** What an external node classifier says of a node. */
export interface ExternalNode {
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly environment: string | undefined;
}

const NOTHING: ExternalNode = { classes: new Map(), parameters: new Map(), environment: undefined };

/**
 * Ask an external node classifier: a program that is given the node's name and prints YAML
 * (https://www.puppet.com/docs/puppet/7/nodes_external.html). What it prints nothing about has nothing.
 */
export function askClassifier(command: string, node: string): ExternalNode {
  const [program = "", ...args] = command.trim().split(/\s+/);
  if (command === "none" || program === "") {
    fail("NO_CLASSIFIER", "You must set the 'external_nodes' parameter to use the external node terminus");
  }
  if (!isAbsolute(program))
    fail("NO_CLASSIFIER", "You must set the exec parameter to a fully qualified command");
  const text = answerOf([program, ...args, node], node);
  return /^\s*$/.test(text) ? NOTHING : externalNode(text, node);
}

function answerOf(argv: readonly [string, ...string[]], node: string): string {
  try {
    return printedBy(argv);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return fail("CLASSIFIER_FAILED", `Failed to find ${node} via exec: ${error.message}`);
  }
}

function externalNode(text: string, node: string): ExternalNode {
  const data = readAnswer(text, node);
  if (!(data instanceof Hash)) return wrong(node, "it is no hash");
  const said = new Map([...data].map(([key, value]) => [String(key), value]));
  const environment = said.get("environment") ?? undefined;
  return {
    classes: classesOf(said.get("classes") ?? null, node),
    parameters: entriesOf(said.get("parameters") ?? null, node, "parameters"),
    environment: environment === undefined ? undefined : String(environment),
  };
}

function readAnswer(text: string, node: string): Value {
  try {
    return readYaml(text);
  } catch (error) {
    return wrong(node, error instanceof Failure ? error.issue.message : (error as Error).message);
  }
}

/** A list of names, or a hash of parameters by name. */
function classesOf(classes: Value, node: string): ExternalNode["classes"] {
  if (Array.isArray(classes)) return new Map(classes.map((name) => [String(name), new Map()]));
  const named = entriesOf(classes, node, "classes");
  return new Map([...named].map(([name, given]) => [name, entriesOf(given, node, `classes of ${name}`)]));
}

function entriesOf(value: Value, node: string, what: string): Map<string, Value> {
  if (value === null) return new Map();
  if (!(value instanceof Hash)) return wrong(node, `${what}: a hash was expected`);
  return new Map([...value].map(([key, member]) => [String(key), member]));
}

function wrong(node: string, why: string): never {
  return fail("CLASSIFIER_ANSWER", `Could not load external node results for ${node}: ${why}`);
}
