import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** An integer written in another base. */
export const convert_base = defineLegacyFunction("convert_base", 2, (_call, [number, base]) => {
  if (!isIntegerLike(number!))
    parseError("convert_base(): First argument must be either a string or an integer");
  if (!isIntegerLike(base!))
    parseError("convert_base(): Second argument must be either a string or an integer");
  const radix = integerOf(base!);
  const value = integerOf(number!);
  if (radix < 2n || radix > 36n) {
    parseError("convert_base(): base must be at least 2 and must not be greater than 36");
  }
  return value.toString(Number(radix));
});

function isIntegerLike(value: Value): boolean {
  return typeof value === "bigint" || typeof value === "string";
}

function integerOf(value: Value): bigint {
  if (typeof value === "bigint") return value;
  if (/^[0-9]+$/.test(value as string)) return BigInt(value as string);
  return parseError(
    "convert_base(): First argument must be an integer or a string corresponding to an integer in base 10",
  );
}
