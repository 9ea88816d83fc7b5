import { distinct } from "../../values/equality.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The elements of several arrays, each once. */
export const union = defineLegacyFunction("union", -1, (_call, args) => {
  if (args.length < 2) parseError(`union(): Wrong number of arguments given (${args.length} for < 2)`);
  if (!args.every(Array.isArray)) parseError("union(): Every parameter must be an array");
  return distinct(args.flatMap((arg) => arg as readonly Value[]));
});
