import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { Hash } from "../../values/hash.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { leadingInteger } from "../numeric-text.ts";
import { rubyEqual } from "../ruby-equal.ts";
import { rubyReplace } from "../ruby-replace.ts";

/** A collection without an element, a hash without a key, or a text without a part. */
const deleteFunction = defineLegacyFunction("delete", -1, (_call, args) => {
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

/** An array without the element at an index. */
const delete_at = defineLegacyFunction("delete_at", -1, (_call, args) => {
  const [array, position] = args;
  if (args.length < 2) parseError(`delete_at(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(array)) parseError("delete_at(): Requires array to work with");
  if (typeof position === "string" && !/^\d+$/m.test(position)) {
    parseError("delete_at(): You must provide non-negative numeric index");
  }
  const index = Number(leadingInteger(rubyText(position!)));
  if (index > array.length - 1) parseError("delete_at(): Given index exceeds size of array given");
  return index < -array.length ? array : array.toSpliced(index, 1);
});

/** An array without the elements, or a hash without the keys, in which a pattern is found as a whole word. */
const delete_regex = defineLegacyFunction("delete_regex", -1, (_call, args) => {
  if (args.length !== 2) parseError(`delete_regex(): Wrong number of arguments given ${args.length} for 2`);
  const [collection, patterns] = args;
  const list: readonly Value[] = Array.isArray(patterns) ? patterns : [patterns!];
  return list.map((item) => Regexp.checked(`\\b${rubyText(item)}\\b`)).reduce(withoutMatches, collection!);
});

function withoutMatches(collection: Value, pattern: Regexp): Value {
  const found = (value: Value) => typeof value === "string" && pattern.test(value);
  if (Array.isArray(collection)) return collection.filter((element: Value) => !found(element));
  if (collection instanceof Hash) return collection.without([...collection.keys()].filter(found));
  const kind = rubyClass(collection);
  return fail(
    "TYPE_ERROR",
    `delete_regex(): First argument must be an Array, Hash, or String. Given an argument of class ${kind}.`,
  );
}

/** A hash without the entries that have a value. */
const delete_values = defineLegacyFunction("delete_values", -1, (_call, args) => {
  if (args.length !== 2) parseError(`delete_values(): Wrong number of arguments given (${args.length} of 2)`);
  const [hash, item] = args;
  if (!(hash instanceof Hash)) {
    const kind = rubyClass(hash!);
    fail("TYPE_ERROR", `delete_values(): First argument must be a Hash. Given an argument of class ${kind}.`);
  }
  return Hash.from([...hash].filter(([, value]) => !rubyEqual(item!, value)));
});

/** An array or hash without undef values. */
const delete_undef_values = defineLegacyFunction("delete_undef_values", -1, (_call, [value, ...rest]) => {
  if (value === undefined)
    parseError(`delete_undef_values(): Wrong number of arguments given (${rest.length})`);
  if (Array.isArray(value)) return (value as readonly Value[]).filter((element) => element !== null);
  if (value instanceof Hash) return Hash.from([...value].filter(([, element]) => element !== null));
  const what = `${rubyText(value)} type  ${rubyClass(value)} `;
  return parseError(`delete_undef_values(): expected an array or hash, got ${what}`);
});

/** The functions of this chapter. */
export const deletingFunctions: readonly BuiltinFunction[] = [
  deleteFunction,
  delete_at,
  delete_regex,
  delete_values,
  delete_undef_values,
];
