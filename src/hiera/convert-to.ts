import { Failure } from "../diagnostics/failure.ts";
import { isStub } from "../secrets/stub.ts";
import { typedStub } from "../secrets/typed-stub.ts";
import type { Hash } from "../values/hash.ts";
import { rubyInspect } from "../values/ruby/inspect.ts";
import { Type } from "../values/type.ts";
import type { Value } from "../values/value.ts";
import type { Invocation } from "./invocation.ts";
import { lookupFail } from "./lookup-failure.ts";

/** Convert a value as `convert_to` of its lookup_options says: a type, or an array of a type and arguments of `new`. */
export function convertTo(
  key: string,
  options: Hash | undefined,
  value: Value,
  invocation: Invocation,
): Value {
  const wish = options?.get("convert_to") ?? null;
  if (wish === null) return value;
  const [first = null, ...args] = Array.isArray(wish) ? (wish as readonly Value[]) : [wish];
  const type = typeof first === "string" ? parseType(key, first, invocation) : first;
  const converted = stubFor(type, value) ?? newInstance(key, [type, value, ...args], invocation);
  invocation.reportText(
    () =>
      `Applying convert_to lookup_option with arguments [${[type, ...args].map(argumentText).join(", ")}]`,
  );
  return converted;
}

/** A value of the type in place of a stub, which could not be converted; undefined when it is none. */
function stubFor(type: Value, value: Value): Value | undefined {
  if (typeof value !== "string" || !isStub(value) || !(type instanceof Type)) return undefined;
  const stub = typedStub(type, value);
  return stub === value ? undefined : stub;
}

function parseType(key: string, source: string, invocation: Invocation): Value {
  try {
    return invocation.scope.asker.parseType(source);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return lookupFail(
      `Invalid data type in lookup_options for key '${key}' could not parse '${source}', error: '${error.message}`,
    );
  }
}

function newInstance(key: string, args: readonly Value[], invocation: Invocation): Value {
  try {
    return invocation.scope.asker.functions.call("new", args);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return lookupFail(`The convert_to lookup_option for key '${key}' raised error: ${error.message}`);
  }
}

function argumentText(value: Value): string {
  if (typeof value === "string") return `'${value}'`;
  return value instanceof Type ? String(value) : rubyInspect(value);
}
