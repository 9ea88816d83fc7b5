import { randomUUID } from "node:crypto";
import { toJson } from "../formats/json/write-json.ts";
import { Hash } from "../values/hash.ts";
import { type DataOptions, toData } from "../values/rich-data/to-data.ts";
import { Sensitive } from "../values/sensitive.ts";
import type { Value } from "../values/value.ts";
import type { Catalog, CatalogResource } from "./catalog.ts";
import { flatValues } from "./flat-values.ts";
import { RELATIONSHIP_METAPARAMETERS } from "./metaparameters.ts";
import { referenceOf } from "./references.ts";

/** The format of catalogs since Puppet 5: resources say of which kind they are. */
const CATALOG_FORMAT = 2n;

/** A catalog as the JSON that Puppet's own programs exchange. Secrets are in it in the clear, as there. */
export function writeCatalog(catalog: Catalog, options: DataOptions = { rich: true }): string {
  return toJson(catalogData(catalog, options), "  ");
}

/** A catalog as plain data, in Puppet's order of keys (Puppet::Resource::Catalog#to_data_hash). */
export function catalogData(catalog: Catalog, options: DataOptions): Hash {
  return Hash.of({
    tags: [...catalog.tags],
    name: catalog.name,
    version: catalog.version,
    code_id: null,
    catalog_uuid: randomUUID(),
    catalog_format: CATALOG_FORMAT,
    environment: catalog.environment,
    resources: catalog.resources.map((resource) => resourceData(resource, options)),
    edges: catalog.containment.map(({ container, content }) =>
      Hash.of({ source: container, target: content }),
    ),
    classes: [...catalog.classes],
  });
}

function resourceData(resource: CatalogResource, options: DataOptions): Hash {
  const { type, title, tags, place, exported } = resource;
  const data: Record<string, Value> = { type, title, tags: [...tags] };
  if (place.line !== undefined) {
    data.file = place.file ?? "";
    data.line = BigInt(place.line);
  }
  data.exported = exported;
  data.kind = kindOf(resource);
  const parameters = parametersData(resource, { ...options, prefix: resource.reference });
  if (parameters.size > 0) data.parameters = parameters;
  const secret = [...resource.parameters]
    .filter(([, value]) => value instanceof Sensitive)
    .map(([name]) => name);
  if (secret.length > 0) data.sensitive_parameters = secret;
  return Hash.of(data);
}

function kindOf({ kind, type, statement }: CatalogResource): string {
  if (kind === "resource") return "compilable_type";
  if (kind === "define" && type !== "Node") return "defined_type";
  return statement && type === "Class" ? "class" : "unknown";
}

function parametersData({ type, title, parameters }: CatalogResource, options: DataOptions): Hash {
  const entries = [...parameters].map(([name, value]): [Value, Value] => {
    const plain = value instanceof Sensitive ? value.value : value;
    return [name, RELATIONSHIP_METAPARAMETERS.has(name) ? relationshipData(plain) : withReferences(plain)];
  });
  if (title === "main" && (type === "Class" || type === "Stage")) entries.unshift(["name", "main"]);
  return toData(Hash.from(entries), options) as Hash;
}

function relationshipData(value: Value): Value {
  return Array.isArray(value) ? flatValues(value).map(withReferences) : withReferences(value);
}

/** References to resources are written as text, wherever they stand. */
function withReferences(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Value[]).map(withReferences);
  if (value instanceof Hash) {
    return Hash.from([...value].map(([key, element]) => [withReferences(key), withReferences(element)]));
  }
  return referenceOf(value) ?? value;
}
