import type { Call } from "../../evaluate/functions/call.ts";
import {
  block,
  defineFunction,
  optionalBlock,
  optionalParam,
  param,
} from "../../evaluate/functions/function.ts";
import { askerOf } from "../../evaluate/scope-asker.ts";
import type { LookupCircumstances } from "../../hiera/hiera.ts";
import { LayeredData } from "../../hiera/layered-data.ts";
import { lookupFail } from "../../hiera/lookup-failure.ts";
import { lookupNames } from "../../hiera/lookup-names.ts";
import { mergeStrategy } from "../../hiera/merge/strategies.ts";
import { Hash } from "../../values/hash.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";

/** What a call of the `lookup` function asks for; undefined: not given. */
export interface LookupRequest {
  readonly type?: Value | undefined;
  readonly merge?: Value | undefined;
  readonly defaultValue?: Value | undefined;
  readonly overrides?: Hash | undefined;
  readonly defaults?: Hash | undefined;
}

/** The `lookup` function: the value of the first of some names that has one, else the call's lambda or default. */
export function lookupCall(call: Call, name: Value, request: LookupRequest): Value {
  const { overrides, defaults, merge, defaultValue, type } = request;
  return findFor(call, name, {
    circumstances: { overrides, defaults },
    merge,
    defaultValue,
    type: type instanceof Type ? type : undefined,
    blockArgument: name,
  });
}

/** What the options hash of the `lookup` function asks for. */
export function requestOf(options: Hash): LookupRequest {
  const hash = (key: string): Hash | undefined => {
    const value = options.get(key);
    return value instanceof Hash ? value : undefined;
  };
  return {
    type: options.get("value_type"),
    merge: options.get("merge"),
    defaultValue: options.get("default_value"),
    overrides: hash("override"),
    defaults: hash("default_values_hash"),
  };
}

/** A call of one of the hiera_xxx functions: the key, what to use when it is not there, and levels to try first. */
export interface Hiera3Request {
  readonly key: string;
  readonly merge: "first" | "unique" | "hash";
  readonly defaultValue?: Value | undefined;
  readonly override?: Value | undefined;
}

/** `hiera`, `hiera_array`, `hiera_hash` and `hiera_include`: a lookup with a merge of its own. */
export function hieraCall(call: Call, { key, merge, defaultValue, override }: Hiera3Request): Value {
  return findFor(call, key, {
    circumstances: { hiera3: { overrideLevels: levels(override) } },
    merge,
    defaultValue,
    type: undefined,
    blockArgument: key,
  });
}

interface Search {
  readonly circumstances: LookupCircumstances;
  readonly merge: Value | undefined;
  readonly defaultValue: Value | undefined;
  readonly type: Type | undefined;
  readonly blockArgument: Value;
}

function findFor(call: Call, name: Value, search: Search): Value {
  const { block, compilation, scope } = call;
  const names = (Array.isArray(name) ? name : [name]) as readonly string[];
  const { hiera } = compilation;
  if (!(hiera instanceof LayeredData)) return lookupFail("Layered data is not configured");
  const merge = search.merge === undefined || search.merge === null ? undefined : mergeStrategy(search.merge);
  const wishes = {
    type: search.type,
    merge,
    defaultValue: search.defaultValue,
    defaultBlock: block && (() => block.call([search.blockArgument])),
  };
  return lookupNames(names, wishes, hiera.invocation(askerOf(scope), search.circumstances));
}

function levels(override: Value | undefined): string[] {
  if (override === undefined || override === null) return [];
  return (Array.isArray(override) ? (override as readonly Value[]).flat() : [override]).map(String);
}

const NAME = "Variant[String, Array[String]]";
const MERGE = "Variant[String[1], Hash[String, Scalar]]";
const OPTIONS = `value_type => Optional[Type], default_value => Optional[Any],
  override => Optional[Hash[String, Any]], default_values_hash => Optional[Hash[String, Any]],
  merge => Optional[${MERGE}]`;

/** Finds a value in layered data (Hiera). */
export const lookup = defineFunction(
  "lookup",
  {
    params: [param(NAME, "name"), optionalParam("Type", "value_type"), optionalParam(MERGE, "merge")],
    body: (call, name: Value, type?: Value, merge?: Value) => lookupCall(call, name, { type, merge }),
  },
  {
    params: [
      param(NAME, "name"),
      param("Optional[Type]", "value_type"),
      param(`Optional[${MERGE}]`, "merge"),
      param("Any", "default_value"),
    ],
    body: (call, name: Value, type: Value, merge: Value, defaultValue: Value) =>
      lookupCall(call, name, { type, merge, defaultValue }),
  },
  {
    params: [param(NAME, "name"), optionalParam("Type", "value_type"), optionalParam(MERGE, "merge")],
    block: block(`Callable[${NAME}]`),
    body: (call, name: Value, type?: Value, merge?: Value) => lookupCall(call, name, { type, merge }),
  },
  {
    params: [param(`Struct[{name => ${NAME}, ${OPTIONS}}]`, "options_hash")],
    block: optionalBlock(`Callable[${NAME}]`),
    body: (call, options: Hash) => lookupCall(call, options.get("name") as Value, requestOf(options)),
  },
  {
    params: [param(NAME, "name"), param(`Struct[{${OPTIONS}}]`, "options_hash")],
    block: optionalBlock(`Callable[${NAME}]`),
    body: (call, name: Value, options: Hash) => lookupCall(call, name, requestOf(options)),
  },
);
