import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { eyamlLookupKey } from "../../hiera/backends/eyaml.ts";
import { LookupContext } from "../../hiera/context.ts";
import type { Value } from "../../values/value.ts";

/** The value of a key in a YAML file whose secrets are encrypted with hiera-eyaml. */
export const eyaml_lookup_key = defineFunction("eyaml_lookup_key", {
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
