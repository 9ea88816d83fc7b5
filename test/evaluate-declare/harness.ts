import { readFileSync } from "node:fs";
import { catalogData } from "../../src/catalog/write-catalog.ts";
import { check } from "../../src/check/check.ts";
import { type CompileInput, evaluateManifests } from "../../src/compile/manifests.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import type { LogEntry } from "../../src/diagnostics/log.ts";
import { puppetText } from "../../src/diagnostics/puppet-text.ts";
import { toJson } from "../../src/formats/json/write-json.ts";
import { functionsFor } from "../../src/functions/functions-for.ts";
import type { Environment } from "../../src/modules/environment.ts";
import { Source } from "../../src/source/source.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";

/** A manifest and what Puppet makes of it, in the text form of `catalogText`. */
export interface Case {
  readonly title: string;
  readonly code: string;
  readonly expected: string;
}

/** The cases of a file: `### title`, the manifest, `---`, the expected text. */
export function casesOf(file: string): Case[] {
  return readFileSync(file, "utf8")
    .split(/^### /m)
    .slice(1)
    .map((text) => {
      const [title = "", ...rest] = text.split("\n");
      const [code = "", expected = ""] = rest.join("\n").split(/^---\n/m);
      return { title, code, expected: expected.trim() };
    });
}

const NOWHERE: Environment = {
  name: "production",
  path: undefined,
  modulepath: [],
  manifest: undefined,
  module: () => undefined,
  modules: () => [],
};

/** Everything that compiling wants to know, with a manifest called site.pp. */
export function inputFor(code: string, changes: Partial<CompileInput> = {}): CompileInput {
  const environment = changes.environment ?? NOWHERE;
  return {
    node: {
      name: "node1",
      facts: Hash.of({ kernel: "Linux" }),
      trusted: Hash.empty,
      serverFacts: undefined,
      parameters: new Map(),
    },
    environment,
    settings: { strict: "warning", strictVariables: true },
    hiera: { lookup: () => undefined },
    functions: functionsFor(environment),
    check: (program) => check(program),
    code: new Source(code, "site.pp"),
    ...changes,
  };
}

/** What compiling tells: log lines, then the catalog or the error, as text. */
export function compiledText(code: string, changes: Partial<CompileInput> = {}): string {
  const logs: LogEntry[] = [];
  try {
    const { catalog } = evaluateManifests(inputFor(code, { ...changes, log: (entry) => logs.push(entry) }));
    return [...logs.map(logText), ...catalogText(catalogData(catalog, { rich: true }))].join("\n");
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [...logs.map(logText), `! ${puppetText(error.issue, "node1")}`].join("\n");
  }
}

function logText({ level, message }: LogEntry): string {
  return `${level}: ${message}`;
}

/**
 * A catalog in short: for each resource its containers, parameters as JSON, the names of its secrets after `secret`,
 * tags after `#`. The stage main and the classes that are always there are left out.
 */
export function catalogText(data: Hash): string[] {
  const containers = new Map<Value, Value[]>();
  for (const edge of data.get("edges") as readonly Hash[]) {
    const target = edge.get("target")!;
    containers.set(target, [...(containers.get(target) ?? []), edge.get("source")!]);
  }
  return (data.get("resources") as readonly Hash[])
    .slice(3)
    .map((resource) => resourceText(resource, containers));
}

function resourceText(resource: Hash, containers: ReadonlyMap<Value, readonly Value[]>): string {
  const ref = `${resource.get("type")}[${resource.get("title")}]`;
  const parameters = resource.get("parameters");
  const secret = resource.get("sensitive_parameters");
  return [
    ref,
    resource.get("exported") ? "exported" : undefined,
    containers.has(ref) ? `in ${containers.get(ref)!.join(", ")}` : undefined,
    parameters === undefined ? undefined : toJson(parameters),
    Array.isArray(secret) ? `secret ${secret.join(" ")}` : undefined,
    ...(resource.get("tags") as readonly Value[]).map((tag) => `#${tag}`),
  ]
    .filter((part) => part !== undefined)
    .join(" ");
}
