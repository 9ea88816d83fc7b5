import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** An array without the elements, or a hash without the keys, in which a pattern is found as a whole word. */
export const delete_regex = defineLegacyFunction("delete_regex", -1, (_call, args) => {
  if (args.length !== 2) parseError(`delete_regex(): Wrong number of arguments given ${args.length} for 2`);
  const [collection, patterns] = args;
  const list: readonly Value[] = Array.isArray(patterns) ? patterns : [patterns!];
  return list.map((item) => Regexp.checked(`\\b${rubyText(item)}\\b`)).reduce(without, collection!);
});

function without(collection: Value, pattern: Regexp): Value {
  const found = (value: Value) => typeof value === "string" && pattern.test(value);
  if (Array.isArray(collection)) return collection.filter((element: Value) => !found(element));
  if (collection instanceof Hash) return collection.without([...collection.keys()].filter(found));
  const kind = rubyClass(collection);
  return fail(
    "TYPE_ERROR",
    `delete_regex(): First argument must be an Array, Hash, or String. Given an argument of class ${kind}.`,
  );
}
