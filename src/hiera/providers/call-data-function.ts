import { didYouMean } from "../../diagnostics/near.ts";
import { assertAssignable } from "../../types/assert-instance.ts";
import { RICH_DATA, RICH_DATA_KEY } from "../../types/data-types.ts";
import { HashType } from "../../types/hash-type.ts";
import type { Value } from "../../values/value.ts";
import type { AskerFunctions } from "../asker.ts";
import { BUILTIN_DATA_FUNCTIONS, builtinDataFunction } from "../backends/builtin.ts";
import { type LookupContext, NotFound } from "../context.ts";
import type { Invocation } from "../invocation.ts";
import type { HierarchyEntry } from "./function-provider.ts";

const DATA_HASH = new HashType(RICH_DATA_KEY, RICH_DATA);

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
  const { functions } = invocation.scope.asker;
  if (!functions.has(entry.functionName)) {
    const message = `Unable to find '${entry.kind}' function named '${entry.functionName}'`;
    const hint = didYouMean(entry.functionName, new Set([...BUILTIN_DATA_FUNCTIONS, ...functions.names()]));
    entry.config.fail("HIERA_DATA_PROVIDER_FUNCTION_NOT_FOUND", message, undefined, hint);
  }
  checkReturnType(entry, functions);
  return functions.call(entry.functionName, args);
}

/** A function that says what it returns must say something that data can be. */
function checkReturnType({ kind, functionName }: HierarchyEntry, functions: AskerFunctions): void {
  const declared = functions.returnType(functionName);
  if (!declared) return;
  const expected = kind === "data_hash" ? DATA_HASH : RICH_DATA;
  assertAssignable(`Return type of '${kind}' function named '${functionName}'`, expected, declared);
}
