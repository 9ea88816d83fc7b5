import { fail } from "../../diagnostics/failure.ts";
import { defineFunction, optionalBlock, param, repeatedParam } from "../../evaluate/functions/function.ts";
import type { Deferred } from "../../values/deferred.ts";
import type { Value } from "../../values/value.ts";
import { resolveDeferred } from "../resolve-deferred.ts";

/** Calls a function by name, or what a Deferred stands for. */
export const call = defineFunction(
  "call",
  {
    params: [param("String", "function_name"), repeatedParam("Any", "arguments")],
    block: optionalBlock(),
    body({ compilation: { functions }, scope, place, block }, name: string, ...args: Value[]) {
      if (!functions.has(name)) fail("UNKNOWN_FUNCTION_CALLED", `Unknown function '${name}'`);
      return functions.call(name, args, scope, place, block);
    },
  },
  {
    params: [param("Deferred", "deferred")],
    body: (call, deferred: Deferred) => resolveDeferred(deferred, call),
  },
);
