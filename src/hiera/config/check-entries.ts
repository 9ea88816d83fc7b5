import type { Hash } from "../../values/hash.ts";
import type { ConfiguredLayer } from "../layers/layer.ts";
import { type ConfigPath, configPlace } from "./config-source.ts";
import type { HieraConfig } from "./hiera-config.ts";

/** The keys that name an entry's data function, in the order Puppet looks for them. */
export const FUNCTION_KEYS = ["data_hash", "lookup_key", "data_dig", "hiera3_backend"] as const;
const ALL_FUNCTION_KEYS = [...FUNCTION_KEYS, "v4_data_hash"];
const LOCATION_KEYS = ["path", "paths", "glob", "globs", "uri", "uris", "mapped_paths"];
const RESERVED_OPTIONS = ["path", "uri"];
const REPLACED_BACKENDS = ["json", "yaml", "hocon"];

/** Fail when parts of a version 5 configuration contradict one another or stand in the wrong layer. */
export function checkEntries(config: HieraConfig, contents: Hash, layer: ConfiguredLayer): void {
  const defaults = contents.get("defaults") as Hash;
  checkDefaults(config, defaults);
  if (contents.has("default_hierarchy") && layer.place !== "Module") {
    const message = "'default_hierarchy' is only allowed in the module layer";
    config.fail(
      "HIERA_DEFAULT_HIERARCHY_NOT_IN_MODULE",
      message,
      configPlace(config.source, ["default_hierarchy"]),
    );
  }
  for (const key of ["hierarchy", "plan_hierarchy", "default_hierarchy"]) {
    const entries = (contents.get(key) ?? []) as Hash[];
    for (const [at, entry] of entries.entries()) checkEntry(config, entry, defaults, layer, [key, at]);
  }
}

function checkDefaults(config: HieraConfig, defaults: Hash): void {
  const functions = FUNCTION_KEYS.filter((key) => defaults.has(key));
  if (functions.length > 1) {
    const message = `Only one of ${combined(FUNCTION_KEYS)} can be defined in defaults`;
    const place = configPlace(config.source, ["defaults", functions[1] ?? ""]);
    config.fail("HIERA_MULTIPLE_DATA_PROVIDER_FUNCTIONS_IN_DEFAULT", message, place);
  }
  const key = reservedOption(defaults);
  if (key !== undefined) {
    const message = `Option key '${key}' used in defaults is reserved by Puppet`;
    config.fail(
      "HIERA_DEFAULT_OPTION_RESERVED_BY_PUPPET",
      message,
      configPlace(config.source, ["defaults", "options", key]),
    );
  }
}

function checkEntry(
  config: HieraConfig,
  entry: Hash,
  defaults: Hash,
  layer: ConfiguredLayer,
  path: ConfigPath,
): void {
  const name = entry.get("name");
  const fail = (code: string, message: string, at: ConfigPath = []): never =>
    config.fail(code, message, configPlace(config.source, [...path, ...at]));
  const functions = ALL_FUNCTION_KEYS.filter((key) => entry.has(key));
  if (functions.length === 0 && !FUNCTION_KEYS.some((key) => defaults.has(key))) {
    const message = `One of ${combined(FUNCTION_KEYS)} must be defined in hierarchy '${name}'`;
    fail("HIERA_MISSING_DATA_PROVIDER_FUNCTION", message);
  }
  if (functions.length > 1) {
    const message = `Only one of ${combined(FUNCTION_KEYS)} can be defined in hierarchy '${name}'`;
    fail("HIERA_MULTIPLE_DATA_PROVIDER_FUNCTIONS", message, [functions[1] ?? ""]);
  }
  if (entry.has("hiera3_backend")) checkBackend(entry.get("hiera3_backend") as string, layer, fail);
  const locations = LOCATION_KEYS.filter((key) => entry.has(key));
  if (locations.length > 1) {
    const message = `Only one of ${combined(LOCATION_KEYS)} can be defined in hierarchy '${name}'`;
    fail("HIERA_MULTIPLE_LOCATION_SPECS", message, [locations[1] ?? ""]);
  }
  const key = reservedOption(entry);
  if (key !== undefined) {
    const message = `Option key '${key}' used in hierarchy '${name}' is reserved by Puppet`;
    fail("HIERA_OPTION_RESERVED_BY_PUPPET", message, ["options", key]);
  }
}

function checkBackend(
  backend: string,
  layer: ConfiguredLayer,
  fail: (code: string, message: string, at: ConfigPath) => never,
): void {
  if (layer.place !== "Global") {
    fail("HIERA_V3_BACKEND_NOT_GLOBAL", "'hiera3_backend' is only allowed in the global layer", [
      "hiera3_backend",
    ]);
  }
  if (REPLACED_BACKENDS.includes(backend)) {
    const message = `Use "data_hash: ${backend}_data" instead of "hiera3_backend: ${backend}"`;
    fail("HIERA_V3_BACKEND_REPLACED_BY_DATA_HASH", message, ["hiera3_backend"]);
  }
}

function reservedOption(holder: Hash): string | undefined {
  const options = holder.get("options") as Hash | undefined;
  return RESERVED_OPTIONS.find((key) => options?.has(key));
}

function combined(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")}, or ${names.at(-1)}`;
}
