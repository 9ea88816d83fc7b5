import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The value at the end of a path into hashes and arrays, or a default. */
export const dig44 = defineLegacyFunction("dig44", -2, (_call, args) => {
  const [data, path, fallback = null] = args;
  if (args.length < 2) parseError(`dig44(): Wrong number of arguments given (${args.length} for at least 2)`);
  if (!(data instanceof Hash) && !Array.isArray(data)) {
    parseError(`dig44(): first argument must be a hash or an array, given ${rubyClass(data!)}`);
  }
  if (!Array.isArray(path))
    parseError(`dig44(): second argument must be an array, given ${rubyClass(path!)}`);
  return path.reduce<Value>(step, data) ?? fallback;
});

function step(value: Value, key: Value): Value {
  if (value instanceof Hash) return value.get(key) ?? null;
  if (!Array.isArray(value)) return null;
  const index =
    typeof key === "string" && /^-?\d+$/.test(key)
      ? Number(key)
      : typeof key === "bigint"
        ? Number(key)
        : NaN;
  return Number.isNaN(index) ? null : (value.at(index) ?? null);
}
