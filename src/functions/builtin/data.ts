import { fail } from "../../diagnostics/failure.ts";
import { type BuiltinFunction, defineFunction, param } from "../../evaluate/functions/function.ts";
import { builtinDataFunction } from "../../hiera/backends/builtin.ts";
import { eyamlLookupKey } from "../../hiera/backends/eyaml.ts";
import { LookupContext } from "../../hiera/context.ts";
import type { Value } from "../../values/value.ts";

/** A data_hash function that comes with Puppet, callable from functions that build on it. */
export function defineDataFunction(name: string): BuiltinFunction {
  return defineFunction(name, {
    params: [param("Hash", "options"), param("Puppet::LookupContext", "context")],
    body(_call, options: Value, context: Value) {
      const read = builtinDataFunction(name);
      if (read && context instanceof LookupContext) return read([options], context);
      return fail("ARGUMENT_MISMATCH", `'${name}' expects a Puppet::LookupContext`);
    },
  });
}

/** The hash in a YAML file, as a hierarchy entry with `data_hash: yaml_data` reads it. */
const yaml_data = defineDataFunction("yaml_data");

/** The hash in a JSON file, as a hierarchy entry with `data_hash: json_data` reads it. */
const json_data = defineDataFunction("json_data");

/** The hash in a HOCON file, as a hierarchy entry with `data_hash: hocon_data` reads it. */
const hocon_data = defineDataFunction("hocon_data");

/** The value of a key in a YAML file whose secrets are encrypted with hiera-eyaml. */
const eyaml_lookup_key = defineFunction("eyaml_lookup_key", {
  params: [
    param("String[1]", "key"),
    param("Hash[String[1], Any]", "options"),
    param("Puppet::LookupContext", "context"),
  ],
  body(_call, key: Value, options: Value, context: Value) {
    if (context instanceof LookupContext) return eyamlLookupKey([key, options], context);
    return fail("ARGUMENT_MISMATCH", "'eyaml_lookup_key' expects a Puppet::LookupContext");
  },
});

/** The functions of this chapter. */
export const dataFunctions: readonly BuiltinFunction[] = [yaml_data, json_data, hocon_data, eyaml_lookup_key];
