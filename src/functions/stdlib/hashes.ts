import { fail } from "../../diagnostics/failure.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { block, defineFunction, param, repeatedParam } from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/grouping.ts";
import { elements, pairs } from "../iterable.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { sprintf } from "../sprintf/sprintf.ts";
import { untilBreak } from "../until-break.ts";
import { deprecated } from "./typing.ts";

/** Hashes laid over one another, and hashes in them too. */
const deep_merge = defineLegacyFunction("deep_merge", -1, (_call, args) => {
  if (args.length < 2)
    parseError(`deep_merge(): wrong number of arguments (${args.length}; must be at least 2)`);
  let result = Hash.empty;
  for (const arg of args) {
    if (arg === "") continue;
    if (!(arg instanceof Hash)) {
      parseError(`deep_merge: unexpected argument type ${rubyClass(arg)}, only expects hash arguments`);
    }
    result = mergedDeeply(result, arg);
  }
  return result;
});

function mergedDeeply(under: Hash, over: Hash): Hash {
  const entries = [...over].map(([key, value]) => {
    const old = under.get(key);
    return [key, old instanceof Hash && value instanceof Hash ? mergedDeeply(old, value) : value] as const;
  });
  return under.merge(Hash.from(entries));
}

/** Hashes laid over one another; or the hashes that a lambda gives for each element, told those before. */
const merge = defineFunction(
  "merge",
  {
    params: [repeatedParam("Variant[Hash[Scalar,Any], Undef, String[0,0]]", "args")],
    returns: "Hash[Scalar,Any]",
    body: (_call, ...hashes: Value[]) => hashes.reduce<Hash>(over, Hash.empty),
  },
  {
    params: [repeatedParam("Iterable", "args")],
    block: block("Callable[3,3]"),
    returns: "Hash",
    body({ block }, iterable) {
      let merged = Hash.empty;
      untilBreak(() => {
        for (const [key, value] of pairs(iterable!)) merged = over(merged, block!.call([merged, key, value]));
      });
      return merged;
    },
  },
  {
    params: [repeatedParam("Iterable", "args")],
    block: block("Callable[2,2]"),
    returns: "Hash",
    body({ block }, iterable) {
      let merged = Hash.empty;
      for (const element of elements(iterable!)) merged = over(merged, block!.call([merged, element]));
      return merged;
    },
  },
);

function over(under: Hash, value: Value): Hash {
  return value instanceof Hash ? under.merge(value) : under;
}

/** Whether a hash has a key. */
const has_key = defineLegacyFunction("has_key", -1, (_call, args) => {
  const [hash, key] = args;
  if (args.length !== 2) parseError(`has_key(): wrong number of arguments (${args.length}; must be 2)`);
  if (!(hash instanceof Hash)) {
    const what = `${rubyInspect(hash!)} which is of type ${rubyClass(hash!)}`;
    parseError(`has_key(): expects the first argument to be a hash, got ${what}`);
  }
  return hash.has(key!);
});

/** A hash of the keys and values that stand in turn in an array. */
const hash = defineLegacyFunction("hash", -1, (_call, [array, ...rest]) => {
  if (array === undefined) parseError(`hash(): Wrong number of arguments given (${rest.length} for 1)`);
  if (!Array.isArray(array)) parseError("hash(): Requires array to work with");
  const flat = flattened(array);
  if (flat.length % 2 !== 0) parseError("hash(): Unable to compute hash from array given");
  return Hash.from(Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]));
});

/** The values of a hash, those of hashes in it too. */
const nested_values = defineFunction("stdlib::nested_values", {
  params: [param("Hash", "hash")],
  returns: "Array",
  body: (_call, hash: Hash) => valuesOf(hash),
});

function valuesOf(hash: Hash): Value[] {
  return [...hash.values()].flatMap((value) => (value instanceof Hash ? valuesOf(value) : [value]));
}

/** The entries of a hash as texts: key, separator and value. */
const join_keys_to_values = defineLegacyFunction("join_keys_to_values", -1, (_call, args) => {
  const [hash, separator] = args;
  if (args.length !== 2) {
    parseError(`join_keys_to_values(): Takes exactly two arguments, but ${args.length} given.`);
  }
  if (!(hash instanceof Hash)) {
    const kind = rubyClass(hash!);
    fail("TYPE_ERROR", `join_keys_to_values(): The first argument must be a hash, but a ${kind} was given.`);
  }
  if (typeof separator !== "string") {
    const kind = rubyClass(separator!);
    fail(
      "TYPE_ERROR",
      `join_keys_to_values(): The second argument must be a string, but a ${kind} was given.`,
    );
  }
  return [...hash].flatMap(([key, value]) => joined(rubyText(key), value, separator));
});

function joined(key: string, value: Value, separator: string): string[] {
  if (Array.isArray(value)) return value.map((each: Value) => key + separator + rubyText(each));
  const text = rubyText(value);
  return [text === "undef" ? key : key + separator + text];
}

const ADVICE = "This method is deprecated. From Puppet 4.10.10/5.3.4 please use the built-in sprintf instead";

/** A format filled with the values of a hash; deprecated. */
const sprintf_hash = defineFunction("sprintf_hash", {
  params: [param("String", "format"), param("Hash", "arguments")],
  body(call, format: string, values: Hash) {
    deprecated(call, "sprintf_hash", ADVICE);
    return sprintf(format, [values]);
  },
});

/** The value at the end of a path into hashes and arrays, or a default. */
const dig44 = defineLegacyFunction("dig44", -2, (_call, args) => {
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

/** The value at the end of a path like `a/0/b`, or a default; deprecated. */
const try_get_value = defineLegacyFunction("try_get_value", -2, (call, args) => {
  const { compilation, scope } = call;
  const message = "try_get_value() DEPRECATED: this function is deprecated, please use dig() instead.";
  compilation.log({ level: "warning", message, source: scope.toString() });
  const [data, path = "", fallback = null, separator = "/"] = args;
  const isCollection = data instanceof Hash || Array.isArray(data);
  if (!isCollection || path === "") return isTrue(fallback) ? fallback : data!;
  const keys = rubyText(path)
    .split(rubyText(separator))
    .map((key): Value => (/^\d+$/.test(key) ? BigInt(key) : key));
  return compilation.functions.call(
    "dig44",
    fallback === null ? [data, keys] : [data, keys, fallback],
    scope,
    call.place,
  );
});

/** The functions of this chapter. */
export const hashFunctions: readonly BuiltinFunction[] = [
  deep_merge,
  merge,
  has_key,
  hash,
  nested_values,
  join_keys_to_values,
  sprintf_hash,
  dig44,
  try_get_value,
];
