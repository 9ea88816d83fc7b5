import { Failure, fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import {
  defineFunction,
  optionalBlock,
  optionalParam,
  param,
  repeatedParam,
} from "../../evaluate/functions/function.ts";
import { splitKey } from "../../hiera/split-key.ts";
import { infer } from "../../types/infer.ts";
import { ObjectInstance } from "../../types/object/object-instance.ts";
import { ERROR } from "../../types/object/standard-objects.ts";
import { Binary } from "../../values/binary.ts";
import { codePointLength } from "../../values/code-points.ts";
import { Hash } from "../../values/hash.ts";
import type { Sensitive } from "../../values/sensitive.ts";
import type { Value } from "../../values/value.ts";
import { warnOnce } from "../warn-once.ts";

/** A failure that code can be given as an `Error` value. */
export class ErrorWithData extends Failure {
  readonly kind: string;
  readonly details: Readonly<Record<string, Value>>;

  constructor(kind: string, code: string, message: string, details: Readonly<Record<string, Value>>) {
    super({ code, severity: "error", message });
    this.kind = kind;
    this.details = details;
  }

  /** The failure as a value of the language. */
  toValue(): ObjectInstance {
    const { message: msg, code } = this.issue;
    const attributes: Record<string, Value> = {
      msg,
      kind: this.kind,
      details: Hash.of(this.details),
      issue_code: code,
    };
    return new ObjectInstance(ERROR, new Map(Object.entries(attributes)));
  }
}

/** The value at the end of a path of keys and indexes; undef as soon as a step leads nowhere. */
const dig = defineFunction("dig", {
  params: [param("Optional[Collection]", "data"), repeatedParam("Any", "arg")],
  body: (_call, data, ...path: Value[]) => digInto(data!, path),
});

/** The value at the end of a path; fails when a step goes into something that holds nothing. */
export function digInto(data: Value, path: readonly Value[]): Value {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || key === null) return null;
    value = step(value, key, path.slice(0, depth));
  }
  return value;
}

function step(value: Value, key: Value, walked: readonly Value[]): Value {
  if (value instanceof Hash) return value.get(key) ?? null;
  if (!Array.isArray(value)) {
    const type = infer(value);
    const message = `The given data does not contain a Collection at ${inspect(walked)}, got '${type}'`;
    throw new ErrorWithData("SLICE_ERROR", "EXPECTED_COLLECTION", message, {
      walked_path: walked,
      value_type: type,
    });
  }
  if (typeof key !== "bigint") {
    const path = [...walked, key];
    const type = infer(key);
    const message = `The given data requires an Integer index at ${inspect(path)}, got '${type}'`;
    throw new ErrorWithData("SLICE_ERROR", "EXPECTED_INTEGER_INDEX", message, {
      walked_path: path,
      index_type: type,
    });
  }
  return value.at(Number(key)) ?? null;
}

/** A path as Ruby prints an array. */
function inspect(path: readonly Value[]): string {
  return `[${path.map((key) => (typeof key === "string" ? JSON.stringify(key) : String(key))).join(", ")}]`;
}

/** The value at the end of a dotted path into a value; a default or the lambda for when there is none. */
const get = defineFunction("get", {
  params: [param("Any", "value"), param("String", "dotted_string"), optionalParam("Any", "default_value")],
  block: optionalBlock("Callable[1,1]"),
  body: (call, value, path: string, fallback = null) => getFrom(call, value!, path, fallback),
});

/** Follow a dotted path; failures to go on are given to the call's lambda when it has one. */
export function getFrom({ block }: Call, value: Value, path: string, fallback: Value): Value {
  if (value === null) return fallback;
  if (path === "") return value;
  const segments = splitKey(`x.${path}`)?.slice(1);
  if (!segments) fail("ARGUMENT_ERROR", "Syntax error in dotted-navigation string");
  try {
    return digInto(value, segments) ?? fallback;
  } catch (thrown) {
    if (!block || !(thrown instanceof ErrorWithData)) throw thrown;
    return block.call([thrown.toValue()]);
  }
}

/** The value of a variable given by its name, or at the end of a dotted path into it; a default for when there is none. */
const getvar = defineFunction(
  "getvar",
  {
    params: [
      param("Pattern[/\\A(?:::)?(?:[a-z]\\w*::)*[a-z_]\\w*(?:\\.|\\Z)/]", "get_string"),
      optionalParam("Any", "default_value"),
    ],
    block: optionalBlock("Callable[1,1]"),
    body(call, path: string, fallback = null) {
      const [, name, rest] = /^((?:::)?(?:\w+::)*\w+)([\s\S]*)$/.exec(path)!;
      if (rest !== "" && !rest!.startsWith(".")) {
        const character = [...rest!][0]!;
        fail(
          "ARGUMENT_ERROR",
          `First character after var name in get string must be a '.' - got ${character}`,
        );
      }
      const value = call.scope.lookup(name!);
      return value === undefined ? fallback : getFrom(call, value, rest!.slice(1), fallback);
    },
  },
  {
    mismatch: true,
    params: [param("String", "get_string"), optionalParam("Any", "default_value")],
    block: optionalBlock("Callable"),
    body: () => "The given string does not start with a valid variable name",
  },
);

/** The keys of a hash. */
const keys = defineFunction("keys", {
  params: [param("Hash", "hsh")],
  body: (_call, hsh: Hash) => [...hsh.keys()],
});

/** The values of a hash. */
const values = defineFunction("values", {
  params: [param("Hash", "hsh")],
  body: (_call, hsh: Hash) => [...hsh.values()],
});

type Measurable = string | Binary | Hash | readonly Value[];

/** How many elements a collection, characters a string, or bytes a binary has. */
const length = defineFunction(
  "length",
  { params: [param("Collection", "arg")], body: (_call, arg: Measurable) => lengthOf(arg) },
  { params: [param("String", "arg")], body: (_call, arg: Measurable) => lengthOf(arg) },
  { params: [param("Binary", "arg")], body: (_call, arg: Measurable) => lengthOf(arg) },
);

/** The length as an Integer. */
export function lengthOf(value: Measurable): bigint {
  if (typeof value === "string") return BigInt(codePointLength(value));
  if (value instanceof Binary) return BigInt(value.bytes.length);
  return BigInt(value instanceof Hash ? value.size : value.length);
}

/** The same as `length`. */
const size = defineFunction("size", {
  params: [param("Variant[Collection, String, Binary]", "arg")],
  body: (_call, arg: Parameters<typeof lengthOf>[0]) => lengthOf(arg),
});

/** Whether a collection, string or binary has nothing in it; undef has nothing. */
const empty = defineFunction(
  "empty",
  {
    params: [param("Collection", "coll")],
    body: (_call, coll: Hash | readonly Value[]) => (coll instanceof Hash ? coll.size : coll.length) === 0,
  },
  { params: [param("Sensitive[String]", "str")], body: (_call, str: Sensitive) => str.value === "" },
  { params: [param("String", "str")], body: (_call, str) => str === "" },
  {
    params: [param("Numeric", "num")],
    body(call) {
      const { place } = call;
      const key = `empty-from-${place.file ?? ""}-${place.line ?? ""}`;
      warnOnce(call, key, "Calling function empty() with Numeric value is deprecated.", place);
      return false;
    },
  },
  { params: [param("Binary", "bin")], body: (_call, bin: Binary) => bin.bytes.length === 0 },
  { params: [param("Undef", "x")], body: () => true },
);

/** The functions of this chapter. */
export const accessFunctions: readonly BuiltinFunction[] = [
  dig,
  get,
  getvar,
  keys,
  values,
  length,
  size,
  empty,
];
