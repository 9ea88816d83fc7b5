import type { Call } from "../evaluate/functions/call.ts";
import {
  type BuiltinFunction,
  block,
  defineFunction,
  optionalParam,
  param,
} from "../evaluate/functions/function.ts";
import type { Value } from "../values/value.ts";
import { type Hiera3Request, hieraCall } from "./lookup-call.ts";
import { warnOnce } from "./warn-once.ts";

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
