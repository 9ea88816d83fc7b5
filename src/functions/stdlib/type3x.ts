import { floatToText } from "../../values/float-text.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { leadingFloat, leadingInteger } from "../numeric-text.ts";
import { parseError } from "../parse-error.ts";

/** The kind of a value as Puppet 3 called it; texts of numbers are numbers. */
export const type3x = defineLegacyFunction("type3x", -1, (_call, args) => {
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
