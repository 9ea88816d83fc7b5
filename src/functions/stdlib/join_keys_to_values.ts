import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The entries of a hash as texts: key, separator and value. */
export const join_keys_to_values = defineLegacyFunction("join_keys_to_values", -1, (_call, args) => {
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
