import { Hash } from "../../values/hash.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Whether its argument is a hash. */
export const is_hash = defineLegacyFunction("is_hash", -1, (_call, args) => {
  if (args.length !== 1) parseError(`is_hash(): Wrong number of arguments given (${args.length} for 1)`);
  return args[0] instanceof Hash;
});
