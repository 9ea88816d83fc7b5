import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { textToBoolean } from "./str2bool.ts";

/** 1 for true and 0 for false, also of a text that stands for a boolean. */
export const bool2num = defineLegacyFunction("bool2num", -1, (_call, [value, ...rest]) => {
  if (value === undefined) parseError(`bool2num(): Wrong number of arguments given (${rest.length} for 1)`);
  return textToBoolean(value) ? 1n : 0n;
});
