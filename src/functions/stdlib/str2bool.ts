import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The boolean that a text stands for. */
export const str2bool = defineLegacyFunction("str2bool", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`str2bool(): Wrong number of arguments given (${rest.length} for 1)`);
  return textToBoolean(value);
});

/** The boolean that yes, no, on a line of their own, and the like stand for; fails for other texts. */
export function textToBoolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") parseError("str2bool(): Requires string to work with");
  if (value === "" || /^$/m.test(value)) return false;
  if (/^(?:1|t|y|true|yes)$/im.test(value)) return true;
  if (/^(?:0|f|n|false|no)$/im.test(value) || /^(?:undef|undefined)$/m.test(value)) return false;
  return parseError("str2bool(): Unknown type of boolean given");
}
