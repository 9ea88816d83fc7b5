import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import type { LookupContext } from "../context.ts";
import { eyamlLookupKey } from "./eyaml.ts";
import { gpgData } from "./gpg-data.ts";
import { hoconData } from "./hocon-data.ts";
import { jsonData } from "./json-data.ts";
import { yamlData } from "./yaml-data.ts";

/** A data function that comes with Puppet: the arguments before the context, and the context. */
export type BuiltinDataFunction = (args: readonly Value[], context: LookupContext) => Value;

type FileData = (path: string, context: LookupContext) => Value;

const DATA_HASH: Readonly<Record<string, FileData>> = {
  yaml_data: yamlData,
  json_data: jsonData,
  hocon_data: hoconData,
};

/** The names of the data functions that are built in. */
export const BUILTIN_DATA_FUNCTIONS = [...Object.keys(DATA_HASH), "eyaml_lookup_key", "gpg_data"];

/** The built-in data function of a name; undefined when it is to be found elsewhere. */
export function builtinDataFunction(name: string): BuiltinDataFunction | undefined {
  if (name === "eyaml_lookup_key") return eyamlLookupKey;
  if (name === "gpg_data")
    return ([options], context) => gpgData(pathOf(name, options), options as Hash, context);
  const read = Object.hasOwn(DATA_HASH, name) ? DATA_HASH[name] : undefined;
  return read && (([options], context) => read(pathOf(name, options), context));
}

function pathOf(name: string, options: Value | undefined): string {
  const path = options instanceof Hash ? options.get("path") : undefined;
  if (typeof path === "string" && path !== "") return path;
  return fail(
    "ARGUMENT_MISMATCH",
    `'${name}' one of 'path', 'paths' 'glob', 'globs' or 'mapped_paths' must be declared in hiera.yaml when using this data_hash function`,
  );
}
