import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param } from "../../evaluate/functions/function.ts";
import { inferSet } from "../../types/infer.ts";
import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction, parseError } from "../legacy-function.ts";
import { leadingFloat, leadingInteger } from "../numeric-text.ts";

/** The data type of a value in detail. */
const type_of = defineFunction("type_of", {
  params: [param("Any", "value")],
  body: (_call, value) => inferSet(value!),
});

/** The kind of a value as Puppet 3 called it; texts of numbers are numbers. */
const type3x = defineLegacyFunction("type3x", -1, (_call, args) => {
  if (args.length !== 1) parseError(`type3x(): Wrong number of arguments given (${args.length} for 1)`);
  return kindOf(args[0]!);
});

function kindOf(value: Value): string {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "bigint") return "integer";
  if (typeof value === "number") return "float";
  if (Array.isArray(value)) return "array";
  if (value instanceof Hash) return "hash";
  if (typeof value !== "string") return parseError("type3x(): Unknown type");
  if (value === String(leadingInteger(value))) return "integer";
  return value === floatToText(leadingFloat(value)) ? "float" : "string";
}

/** Warns, once for a key, that something should no longer be used. */
const deprecation = defineFunction("deprecation", {
  params: [param("String", "key"), param("String", "message")],
  body(call, key: string, message: string) {
    deprecated(call, key, message);
    return null;
  },
});

const warned = new WeakMap<object, Set<string>>();

/** The warning of stdlib's function: an error when the setting `strict` says so, nothing when it is off. */
export function deprecated({ compilation, place }: Call, key: string, words: string): void {
  const { strict, disabledWarnings } = compilation.settings;
  // The function prints the two innermost frames of the stack where it means to print a file and a line.
  const file = rubyInspect(place.file ?? "unknown");
  const message = `${words} at [${file}, ${place.line ?? 1}]:[${file}, 0]`;
  if (strict === "error") fail("RUNTIME_ERROR", `deprecation. ${key}. ${message}`);
  if (strict === "off" || process.env.STDLIB_LOG_DEPRECATIONS === "false") return;
  if (disabledWarnings?.includes("deprecations")) return;
  const keys = warned.get(compilation) ?? new Set();
  warned.set(compilation, keys);
  if (keys.has(key)) return;
  keys.add(key);
  const folder = compilation.environment.module("stdlib")?.path ?? "stdlib";
  const source = `${folder}/lib/puppet/functions/deprecation.rb:36:in \`deprecation'`;
  compilation.log({ level: "warning", message: `${message}\n   (location: ${source})` });
}

/** Seconds since 1970, whatever the timezone. */
const time = defineLegacyFunction("time", -1, (_call, args) => {
  if (args.length > 1) parseError(`time(): Wrong number of arguments given ${args.length} for 0 or 1`);
  return BigInt(Math.floor(Date.now() / 1000));
});

/** The functions of this chapter. */
export const typingFunctions: readonly BuiltinFunction[] = [type_of, type3x, deprecation, time];
