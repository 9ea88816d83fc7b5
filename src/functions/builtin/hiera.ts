import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import {
  type BuiltinFunction,
  block,
  defineFunction,
  optionalParam,
  param,
} from "../../evaluate/functions/function.ts";
import type { Value } from "../../values/value.ts";
import { warnOnce } from "../warn-once.ts";
import { type Hiera3Request, hieraCall } from "./lookup.ts";

/** What a hiera_xxx function does with what it found. */
export type AfterLookup = (call: Call, key: string, value: Value) => Value;

/** One of the old hiera functions: a key, a default or lambda, and levels of the hierarchy to search first. */
export function defineHieraFunction(
  name: string,
  merge: Hiera3Request["merge"],
  after: AfterLookup = (_call, _key, value) => value,
): BuiltinFunction {
  const find = (call: Call, key: string, defaultValue?: Value, override?: Value): Value => {
    deprecated(call, name);
    return after(call, key, hieraCall(call, { key, merge, defaultValue, override }));
  };
  return defineFunction(
    name,
    {
      params: [param("Tuple[String, Any, Any, 1, 3]", "args")],
      body: (call, args: Value[]) => find(call, args[0] as string, args[1], args[2]),
    },
    { params: [param("String", "key")], body: (call, key: string) => find(call, key) },
    {
      params: [param("String", "key"), param("Any", "default"), optionalParam("Any", "override")],
      body: find,
    },
    {
      params: [param("String", "key")],
      block: block("Callable[1, 1]", "default_block"),
      body: (call, key: string) => find(call, key),
    },
    {
      params: [param("String", "key"), param("Any", "override")],
      block: block("Callable[1, 1]", "default_block"),
      body: (call, key: string, override: Value) => find(call, key, undefined, override),
    },
  );
}

function deprecated(call: Call, name: string): void {
  if (call.compilation.settings.strict === "off") return;
  const page = "https://puppet.com/docs/puppet/7.23/deprecated_language.html";
  warnOnce(call, name, `The function '${name}' is deprecated in favor of using 'lookup'. See ${page}`);
}

/** The value of a key in layered data, the first found: the `lookup` of Hiera 3. */
export const hiera = defineHieraFunction("hiera", "first");

/** All values of a key in layered data as one array without duplicates. */
const hiera_array = defineHieraFunction("hiera_array", "unique");

/** All hashes of a key in layered data merged into one. */
const hiera_hash = defineHieraFunction("hiera_hash", "hash");

/** Includes the classes that all levels of layered data list under a key. */
const hiera_include = defineHieraFunction("hiera_include", "unique", (call, key, value) => {
  if (value === null) return fail("MISSING_DATA", `Could not find data item ${key}`);
  if (Array.isArray(value) && value.length === 0) return null;
  return call.compilation.functions.call("include", [value], call.scope, call.place);
});

/** The functions of this chapter. */
export const hieraFunctions: readonly BuiltinFunction[] = [hiera, hiera_array, hiera_hash, hiera_include];
