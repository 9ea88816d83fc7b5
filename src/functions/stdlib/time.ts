import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Seconds since 1970, whatever the timezone. */
export const time = defineLegacyFunction("time", -1, (_call, args) => {
  if (args.length > 1) parseError(`time(): Wrong number of arguments given ${args.length} for 0 or 1`);
  return BigInt(Math.floor(Date.now() / 1000));
});
