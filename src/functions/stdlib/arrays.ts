import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { block, defineFunction, param } from "../../evaluate/functions/function.ts";
import type { Closure } from "../../values/closure.ts";
import { distinct } from "../../values/equality.ts";
import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import { boundedCount } from "../../values/materialize.ts";
import { Regexp } from "../../values/regexp.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/grouping.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { incomparable, rubyCompare, rubySort } from "../ruby-sort.ts";
import { textToBoolean } from "./booleans.ts";

/** Any arguments as one array; a hash as keys and values in turn. */
const any2array = defineLegacyFunction("any2array", -1, (_call, args) => {
  const [only] = args;
  if (args.length !== 1) return args;
  if (Array.isArray(only)) return only;
  if (only === "") return [];
  return only instanceof Hash ? [...only].flat() : args;
});

/** An array with further arrays and elements put behind it. */
const concat = defineLegacyFunction("concat", -1, (_call, args) => {
  const [first, ...rest] = args;
  if (args.length < 2) parseError(`concat(): Wrong number of arguments given (${args.length} for < 2)`);
  if (!Array.isArray(first)) parseError("concat(): Requires array to work with");
  return rest.reduce<Value[]>(
    (all, more) => {
      const joined = all.concat(more as Value[]);
      boundedCount(joined.length);
      return joined;
    },
    [...(first as readonly Value[])],
  );
});

/** The elements of one array that another does not have. */
const difference = defineLegacyFunction("difference", -1, (_call, args) => {
  if (args.length !== 2) parseError(`difference(): Wrong number of arguments given (${args.length} for 2)`);
  const [first, second] = args;
  if (!Array.isArray(first) || !Array.isArray(second)) parseError("difference(): Requires 2 arrays");
  return minus(first, second);
});

/** The elements of one array that another does not have; 1 and 1.0 differ. */
export function minus(first: readonly Value[], second: readonly Value[]): Value[] {
  const gone = new Set(second.map(hashKey));
  return first.filter((element) => !gone.has(hashKey(element)));
}

/** The elements that both arrays have, each once. */
const intersection = defineLegacyFunction("intersection", -1, (_call, args) => {
  if (args.length !== 2) parseError(`intersection(): Wrong number of arguments given (${args.length} for 2)`);
  const [first, second] = args;
  if (!Array.isArray(first) || !Array.isArray(second)) {
    parseError(`intersection(): Requires 2 arrays, got ${rubyClass(first!)} and ${rubyClass(second!)}`);
  }
  const held = new Set(second.map(hashKey));
  return distinct(first.filter((element) => held.has(hashKey(element))));
});

/** The elements of several arrays, each once. */
const union = defineLegacyFunction("union", -1, (_call, args) => {
  if (args.length < 2) parseError(`union(): Wrong number of arguments given (${args.length} for < 2)`);
  if (!args.every(Array.isArray)) parseError("union(): Every parameter must be an array");
  return distinct(args.flatMap((arg) => arg as readonly Value[]));
});

/** Whether an array has an element, or all elements of another array. */
const member = defineLegacyFunction("member", -1, (_call, args) => {
  const [array, wanted] = args;
  if (args.length < 2) parseError(`member(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(array)) parseError("member(): Requires array to work with");
  if (typeof wanted !== "string" && typeof wanted !== "bigint" && !Array.isArray(wanted)) {
    parseError("member(): Item to search for must be a string, fixnum, or array");
  }
  const items: readonly Value[] = Array.isArray(wanted) ? wanted : [wanted as Value];
  if (items.length === 0) parseError("member(): You must provide item to search for within array given");
  return minus(items, array).length === 0;
});

/** An array or a text the other way round. */
const reverse = defineLegacyFunction("reverse", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`reverse(): Wrong number of arguments given (${rest.length} for 1)`);
  if (typeof value === "string") return [...value].reverse().join("");
  return Array.isArray(value)
    ? value.toReversed()
    : parseError("reverse(): Requires either array or string to work with");
});

/** Two arrays as one of pairs, or flat. */
const zip = defineLegacyFunction("zip", -1, (_call, args) => {
  const [first, second, flat = false] = args;
  if (args.length < 2) parseError(`zip(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(first) || !Array.isArray(second)) parseError("zip(): Requires array to work with");
  const pairs = first.map((element: Value, i) => [element, (second[i] ?? null) as Value]);
  return textToBoolean(flat) ? flattened(pairs) : pairs;
});

/** The elements of an array in which a pattern is found. */
const grep = defineLegacyFunction("grep", -1, (_call, args) => {
  if (args.length !== 2) parseError(`grep(): Wrong number of arguments given ${args.length} for 2`);
  const [array] = args;
  if (!Array.isArray(array)) parseError("grep(): Requires array to work with");
  const pattern = Regexp.checked(rubyText(args[1]!));
  return (array as readonly Value[]).filter(
    (element) => typeof element === "string" && pattern.test(element),
  );
});

/** The elements of an array in which a pattern is not found. */
const reject = defineLegacyFunction("reject", -1, (_call, args) => {
  if (args.length !== 2) parseError(`reject(): Wrong number of arguments given ${args.length} for 2`);
  const [array] = args;
  if (!Array.isArray(array)) parseError("reject(): Requires array to work with");
  const pattern = Regexp.checked(rubyText(args[1]!));
  return (array as readonly Value[]).filter(
    (element) => typeof element !== "string" || !pattern.test(element),
  );
});

/** The elements of an array at indexes and ranges of indexes. */
const values_at = defineLegacyFunction("values_at", -1, (_call, args) => {
  const [array, indexes] = args;
  if (args.length < 2) parseError(`values_at(): Wrong number of arguments given (${args.length} for 2)`);
  if (!Array.isArray(array)) parseError("values_at(): Requires array to work with");
  const wanted = flattened([indexes!]);
  if (wanted.length === 0) parseError("values_at(): You must provide at least one positive index to collect");
  return wanted
    .flatMap((index) => positions(rubyText(index), array.length))
    .map((position): Value => array[position] ?? null)
    .filter((value) => value !== null);
});

function positions(text: string, size: number): number[] {
  const range = /^(\d+)(\.\.\.?|-)(\d+)$/m.exec(text);
  if (range) return between(Number(range[1]), Number(range[3]), range[2] === "...", size);
  if (!/^\d+$/m.test(text)) parseError("values_at(): Unknown format of given index");
  const position = Number.parseInt(text, 10);
  return position > size - 1 ? parseError("values_at(): Given index exceeds array size") : [position];
}

function between(start: number, stop: number, exclusive: boolean, size: number): number[] {
  if (start > stop)
    parseError("values_at(): Stop index in given indices range is smaller than the start index");
  if (stop > size - 1) parseError("values_at(): Stop index in given indices range exceeds array size");
  return Array.from({ length: stop - start + (exclusive ? 0 : 1) }, (_, i) => start + i);
}

const one = block("Callable[1,1]");

/** The elements of an array, characters of a text or entries of a hash, in the order of what the lambda gives for them. */
const sort_by = defineFunction(
  "stdlib::sort_by",
  {
    params: [param("Array", "ary")],
    block: one,
    body: ({ block }, list: readonly Value[]) => sorted(list, block!),
  },
  {
    params: [param("String", "str")],
    block: one,
    body: ({ block }, text: string) => sorted([...text], block!).join(""),
  },
  {
    params: [param("Hash", "hsh")],
    block: block("Variant[Callable[1,1], Callable[2,2]]"),
    body: ({ block }, hash: Hash) => Hash.from(sorted([...hash], block!) as unknown as [Value, Value][]),
  },
);

/** Each element is asked for its place once. */
function sorted(values: readonly Value[], block: Closure): Value[] {
  const spread = block.parameters.length === 2;
  const places = values.map((value): Value => [block.call(spread ? (value as Value[]) : [value]), value]);
  const first = (pair: Value) => (pair as readonly Value[])[0]!;
  const order = (a: Value, b: Value) => rubyCompare(first(a), first(b)) ?? incomparable(first(a), first(b));
  return rubySort(places, order).map((pair) => (pair as readonly Value[])[1]!);
}

/** The functions of this chapter. */
export const arrayFunctions: readonly BuiltinFunction[] = [
  any2array,
  concat,
  difference,
  intersection,
  union,
  member,
  reverse,
  zip,
  grep,
  reject,
  values_at,
  sort_by,
];
