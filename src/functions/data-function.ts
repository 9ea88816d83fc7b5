import { fail } from "../diagnostics/failure.ts";
import { type BuiltinFunction, defineFunction, param } from "../evaluate/functions/function.ts";
import { builtinDataFunction } from "../hiera/backends/builtin.ts";
import { LookupContext } from "../hiera/context.ts";
import type { Value } from "../values/value.ts";

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
