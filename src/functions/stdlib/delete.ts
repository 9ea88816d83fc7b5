import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { rubyEqual } from "../ruby-equal.ts";
import { rubyReplace } from "../ruby-replace.ts";

/** A collection without an element, a hash without a key, or a text without a part. */
export const deleteFunction = defineLegacyFunction("delete", -1, (_call, args) => {
  if (args.length !== 2) parseError(`delete(): Wrong number of arguments given ${args.length} for 2`);
  const [collection, item] = args;
  return asList(item!).reduce(without, collection!);
});

/** Ruby's `Array()`: a hash as pairs, undef as nothing. */
function asList(item: Value): readonly Value[] {
  if (Array.isArray(item)) return item;
  return item instanceof Hash ? [...item] : [item];
}

function without(collection: Value, item: Value): Value {
  if (Array.isArray(collection)) return collection.filter((element: Value) => !rubyEqual(element, item));
  if (collection instanceof Hash) return collection.without([item]);
  if (typeof collection === "string") {
    const text = typeof item === "string" ? item : String(item);
    return rubyReplace(collection, new Regexp(Regexp.escape(text)), "", true);
  }
  const kind = rubyClass(collection);
  return fail(
    "TYPE_ERROR",
    `delete(): First argument must be an Array, String, or Hash. Given an argument of class ${kind}.`,
  );
}
