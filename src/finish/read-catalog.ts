import { type Catalog, type Reference, reference } from "../catalog/catalog.ts";
import { DeclaredCatalog } from "../catalog/declared-catalog.ts";
import {
  builtinResource,
  type DeclaredParameter,
  type DeclaredResource,
} from "../catalog/declared-resource.ts";
import { capitalizeSegments } from "../catalog/names.ts";
import type { ResourceTypes } from "../catalog/resource-types/resource-types.ts";
import { fail } from "../diagnostics/failure.ts";
import { readJson } from "../formats/json/read-json.ts";
import { Hash } from "../values/hash.ts";
import { fromData, type Resolve } from "../values/rich-data/from-data.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";
import { assemble } from "./assemble.ts";
import { refuseDangling } from "./dangling.ts";

/** A catalog from the JSON that Puppet's programs exchange; fails when the text is no catalog. */
export function readCatalog(text: string, types: ResourceTypes, resolve?: Resolve): Catalog {
  const data = parsed(text);
  const growing = new DeclaredCatalog(types);
  const resources = new Map<Reference, DeclaredResource>();
  for (const each of listOf(data, "resources")) {
    const resource = resourceOf(each, types, resolve);
    growing.declare(resource);
    resources.set(resource.reference, resource);
  }
  for (const edge of listOf(data, "edges")) {
    growing.contain(resourceAt(resources, edge, "source"), resourceAt(resources, edge, "target"));
  }
  growing.classes.push(...texts(data.get("classes")));
  for (const tag of texts(data.get("tags"))) growing.tags.add(tag);
  refuseDangling({ catalog: growing });
  const version = data.get("version");
  return assemble(growing, {
    name: String(data.get("name")),
    version: typeof version === "bigint" ? version : String(version ?? ""),
    environment: String(data.get("environment") ?? "production"),
  });
}

function parsed(text: string): Hash {
  try {
    const data = readJson(text);
    if (data instanceof Hash && data.has("resources") && data.has("name")) return data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail("NO_CATALOG", `Could not intern from data: ${error.message}`);
  }
  return fail("NO_CATALOG", "Could not intern from data: the text is no catalog");
}

function resourceOf(data: Hash, types: ResourceTypes, resolve: Resolve | undefined): DeclaredResource {
  const type = capitalizeSegments(requiredText(data, "type", "No resource type provided in serialized data"));
  const title = requiredText(data, "title", "No resource title provided in serialized data");
  const line = data.get("line");
  const file = data.get("file");
  const place = {
    file: typeof file === "string" ? file : undefined,
    line: typeof line === "bigint" ? Number(line) : undefined,
  };
  return {
    ...builtinResource("Class", title, texts(data.get("tags"))),
    reference: reference(type, title),
    type,
    kind: kindOf(type, data.get("kind"), types),
    place,
    parameters: parametersOf(type, title, data, place, resolve),
    exported: data.get("exported") === true,
    statement: data.get("kind") === "class",
  };
}

/** Catalogs of older formats do not say of which kind their resources are. */
function kindOf(type: string, kind: Value | undefined, types: ResourceTypes): DeclaredResource["kind"] {
  if (type === "Class") return "class";
  if (kind === "compilable_type") return "resource";
  return (kind === undefined || kind === null) && types.find(type) ? "resource" : "define";
}

function parametersOf(
  type: string,
  title: string,
  data: Hash,
  place: DeclaredParameter["place"],
  resolve: Resolve | undefined,
): Map<string, DeclaredParameter> {
  const given = data.get("parameters");
  const parameters = new Map<string, DeclaredParameter>();
  if (!(given instanceof Hash)) return parameters;
  const secret = new Set(texts(data.get("sensitive_parameters")));
  const isMain = title === "main" && (type === "Class" || type === "Stage");
  for (const [key, written] of given) {
    const name = String(key);
    if (isMain && name === "name") continue;
    const value = fromData(written, resolve);
    parameters.set(name, { value: secret.has(name) ? new Sensitive(value) : value, place });
  }
  return parameters;
}

function resourceAt(
  resources: ReadonlyMap<Reference, DeclaredResource>,
  edge: Hash,
  end: "source" | "target",
): DeclaredResource {
  const ref = String(edge.get(end));
  const found = resources.get(ref);
  if (found) return found;
  const other = String(edge.get(end === "source" ? "target" : "source"));
  const words = `Could not find relationship ${end} ${JSON.stringify(ref)} for ${other}`;
  return fail("NO_CATALOG", `Could not intern from data: ${words}`);
}

function requiredText(data: Hash, key: string, words: string): string {
  const value = data.get(key);
  return typeof value === "string" ? value : fail("NO_CATALOG", words);
}

function listOf(data: Hash, key: string): Hash[] {
  const list = data.get(key);
  return Array.isArray(list) ? (list as readonly Value[]).filter((each) => each instanceof Hash) : [];
}

function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? (value as readonly Value[]).map(String) : [];
}
