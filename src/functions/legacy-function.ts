import { fail } from "../diagnostics/failure.ts";
import type { Value } from "../values/value.ts";
import type { Call } from "./call.ts";
import { type BuiltinFunction, defineFunction, repeatedParam } from "./function.ts";

/**
 * A function of Puppet's 3.x API: it takes any arguments and checks them itself. A negative arity is a minimum: -2
 * means one or more. An undef argument reaches it as an empty string, undefs inside collections stay.
 */
export function defineLegacyFunction(
  name: string,
  arity: number,
  body: (call: Call, args: readonly Value[]) => Value,
): BuiltinFunction {
  return defineFunction(name, {
    params: [repeatedParam("Any", "args")],
    body(call, ...args) {
      checkArity(name, arity, args.length);
      return body(
        call,
        args.map((arg) => arg ?? ""),
      );
    },
  });
}

function checkArity(name: string, arity: number, count: number): void {
  const minimum = -arity - 1;
  if (arity >= 0 && count !== arity) {
    fail("ARGUMENT_ERROR", `${name}(): Wrong number of arguments given (${count} for ${arity})`);
  }
  if (arity < 0 && count < minimum) {
    fail("ARGUMENT_ERROR", `${name}(): Wrong number of arguments given (${count} for minimum ${minimum})`);
  }
}
