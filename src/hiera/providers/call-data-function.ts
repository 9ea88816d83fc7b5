import type { Value } from "../../values/value.ts";
import { builtinDataFunction } from "../backends/builtin.ts";
import { type LookupContext, NotFound } from "../context.ts";
import type { Invocation } from "../invocation.ts";
import type { HierarchyEntry } from "./function-provider.ts";

/** Call the data function of an entry: built in, or of the Puppet language; undefined when it says not_found(). */
export function callDataFunction(
  entry: HierarchyEntry,
  args: readonly Value[],
  context: LookupContext,
  invocation: Invocation,
): Value | undefined {
  const builtin = builtinDataFunction(entry.functionName);
  try {
    if (builtin) return builtin(args, context);
    return callByName(entry, [...args, context], invocation);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

function callByName(entry: HierarchyEntry, args: readonly Value[], invocation: Invocation): Value {
  const scope = invocation.scope.real;
  const { functions } = scope.compilation;
  if (!functions.has(entry.functionName)) {
    const message = `Unable to find '${entry.kind}' function named '${entry.functionName}'`;
    entry.config.fail("HIERA_DATA_PROVIDER_FUNCTION_NOT_FOUND", message);
  }
  return functions.call(entry.functionName, args, scope, {});
}
