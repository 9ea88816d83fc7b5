import { fail } from "../diagnostics/failure.ts";
import type { Call } from "../evaluate/functions/call.ts";
import { type BuiltinFunction, defineFunction, repeatedParam } from "../evaluate/functions/function.ts";
import { Hash } from "../values/hash.ts";
import { RichValue } from "../values/rich-value.ts";
import type { Value } from "../values/value.ts";

/** Fail as a function of Puppet's 3.x API does (`Puppet::ParseError`). */
export function parseError(message: string): never {
  return fail("PARSE_ERROR", message);
}

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
    body(call, ...args: Value[]) {
      checkArity(name, arity, args.length);
      return body(call, args.map(legacyArgument));
    },
  });
}

const AS_TEXT = new Set(["Regexp", "SemVer", "SemVerRange", "Binary", "Timespan", "Timestamp"]);

/** What the 3.x API makes of an argument: undef an empty string, many rich values their text. */
function legacyArgument(value: Value | undefined): Value {
  return value === null || value === undefined ? "" : legacyValue(value);
}

function legacyValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(legacyValue);
  if (value instanceof Hash) return Hash.from([...value].map(([k, v]) => [legacyValue(k), legacyValue(v)]));
  if (!(value instanceof RichValue)) return value;
  if (value.typeName === "Iterator") fail("RUNTIME_ERROR", "Use of an Iterator is not supported here");
  return AS_TEXT.has(value.typeName) ? value.toString() : value;
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
