import { defineLegacyFunction } from "../legacy-function.ts";
import { rubyFloat } from "../numeric-text.ts";
import { parseError } from "../parse-error.ts";
import { isPositive } from "./num2bool.ts";
import { textToBoolean } from "./str2bool.ts";

/** The boolean that anything stands for: numbers by their sign, texts as `str2bool`, all else true. */
export const any2bool = defineLegacyFunction("any2bool", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`any2bool(): Wrong number of arguments given (${rest.length} for 1)`);
  if (typeof value === "boolean") return value;
  if (typeof value === "bigint" || typeof value === "number") return isPositive(value);
  if (typeof value !== "string") return true;
  return rubyFloat(value) === undefined ? textToBoolean(value) : isPositive(value);
});
