import type { BuiltinFunction } from "../evaluate/functions/function.ts";
import { isTrue } from "../evaluate/truth.ts";
import { Hash } from "../values/hash.ts";
import { rubyInspect, rubyText } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";
import { defineLegacyFunction } from "./legacy-function.ts";
import { parseError } from "./parse-error.ts";

/** `prefix` and `suffix`: the elements of an array, or the keys of a hash, with a text put to them. */
export function defineAffix(name: string, put: (text: string, affix: string) => string): BuiltinFunction {
  return defineLegacyFunction(name, -1, (_call, [values, affix = "", ...rest]) => {
    if (values === undefined) parseError(`${name}(): Wrong number of arguments given (${rest.length} for 1)`);
    if (!Array.isArray(values) && !(values instanceof Hash)) {
      parseError(`${name}(): expected first argument to be an Array or a Hash, got ${rubyInspect(values)}`);
    }
    const given = isTrue(affix) ? affix : "";
    if (typeof given !== "string") {
      parseError(`${name}(): expected second argument to be a String, got ${rubyInspect(affix)}`);
    }
    const changed = (value: Value) => put(rubyText(value), given);
    if (values instanceof Hash) return Hash.from([...values].map(([key, value]) => [changed(key), value]));
    return (values as readonly Value[]).map(changed);
  });
}
