import { catalogData } from "../../src/catalog/write-catalog.ts";
import { puppetText } from "../../src/diagnostics/puppet-text.ts";
import { toJson } from "../../src/formats/json/write-json.ts";
import type { DirectoryEnvironment } from "../../src/modules/directory-environment.ts";
import { compile, Failure } from "../../src/nostrings.ts";
import { Hash } from "../../src/values/hash.ts";
import type { Value } from "../../src/values/value.ts";

/** What a compilation says: lines of its catalog, or its error. */
export type Answer = readonly string[];

/** Error codes of what needs a later release: pieces that end there cannot be compared yet. */
const LATER = new Set(["ERB_UNSUPPORTED", "RUBY_FUNCTION_UNSUPPORTED"]);

/** Compile a piece of code for a node; undefined when it needs what a later release brings. */
export function compiledHere(
  code: string,
  certname: string,
  facts: Hash,
  environment: DirectoryEnvironment,
): Answer | undefined {
  try {
    const { catalog } = compile({
      environment,
      code,
      certname,
      facts,
      hieraConfig: "/nonexistent/hiera.yaml",
    });
    return catalogLines(catalogData(catalog, { rich: true }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (needsLater(error)) return undefined;
    return [puppetText(error.issue, certname)];
  }
}

function needsLater(error: unknown): boolean {
  return error instanceof Failure && (LATER.has(error.issue.code) || needsLater(error.cause));
}

/** What matters of a catalog, a line for each resource and edge, in an order of its own. */
export function catalogLines(catalog: Hash): Answer {
  const resources = listOf(catalog, "resources").map(resourceLine);
  const edges = listOf(catalog, "edges").map((edge) => `${edge.get("source")} => ${edge.get("target")}`);
  return [...resources.sort(), ...edges.sort(), `classes ${inspectSorted(catalog.get("classes"))}`];
}

function resourceLine(resource: Hash): string {
  const parameters = resource.get("parameters");
  const shown = parameters instanceof Hash ? sortedByName(parameters) : Hash.empty;
  const place = resource.has("file") ? ` (${resource.get("file")}:${resource.get("line")})` : "";
  const exported = resource.get("exported") === true ? "@@" : "";
  const tags = inspectSorted(resource.get("tags"));
  return `${exported}${resource.get("type")}[${resource.get("title")}]${place} ${toJson(shown)} ${tags}`;
}

function inspectSorted(list: Value | undefined): string {
  return Array.isArray(list) ? list.map(String).sort().join(" ") : "";
}

function sortedByName(hash: Hash): Hash {
  return Hash.from([...hash].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

function listOf(catalog: Hash, key: string): readonly Hash[] {
  const list = catalog.get(key);
  return Array.isArray(list) ? list.filter((item): item is Hash => item instanceof Hash) : [];
}
