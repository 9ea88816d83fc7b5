import type { Call } from "../evaluate/functions/call.ts";
import {
  type BuiltinFunction,
  block,
  defineFunction,
  param,
  type Signature,
} from "../evaluate/functions/function.ts";
import type { Value } from "../values/value.ts";

type Body = (call: Call, iterable: Value) => Value;

/**
 * The four ways to call a function that iterates: with a hash or anything iterable, and a lambda of two parameters
 * (key or index, and value) or of one.
 */
export function iterationSignatures(withTwo: Body, withOne: Body): Signature[] {
  return [
    { params: [param("Hash[Any, Any]", "hash")], block: block("Callable[2,2]"), body: withTwo },
    { params: [param("Hash[Any, Any]", "hash")], block: block("Callable[1,1]"), body: withOne },
    { params: [param("Iterable", "enumerable")], block: block("Callable[2,2]"), body: withTwo },
    { params: [param("Iterable", "enumerable")], block: block("Callable[1,1]"), body: withOne },
  ];
}

/** A function that is called in those four ways only. */
export function defineIteration(name: string, withTwo: Body, withOne: Body): BuiltinFunction {
  return defineFunction(name, ...iterationSignatures(withTwo, withOne));
}
