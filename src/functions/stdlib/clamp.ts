import { Hash } from "../../values/hash.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { flattened } from "../builtin/flatten.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { leadingInteger } from "../numeric-text.ts";
import { parseError } from "../parse-error.ts";

/** The middle one of three numbers: a value kept between two others. */
export const clamp = defineLegacyFunction("clamp", -2, (_call, args) => {
  const values = flattened(args);
  if (values.length !== 3) parseError("clamp(): Wrong number of arguments, need three to clamp");
  const numbers = values.map(numberOf).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return numbers[1]!;
});

function numberOf(value: Value): bigint {
  if (value instanceof Hash) parseError(`clamp(): The Hash type is not allowed (${rubyText(value)})`);
  if (typeof value === "string" && !/^\d+$/m.test(value)) {
    parseError(`clamp(): Required explicit numeric (${value}:String)`);
  }
  if (typeof value === "number") return BigInt(Math.trunc(value));
  return typeof value === "bigint" ? value : leadingInteger(rubyText(value));
}
