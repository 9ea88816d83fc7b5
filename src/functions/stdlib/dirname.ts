import { dirname as directoryOf } from "node:path";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** A path without its last part. */
export const dirname = defineLegacyFunction("dirname", -1, (_call, args) => {
  const [path] = args;
  if (args.length === 0) parseError("dirname(): No arguments given");
  if (args.length > 1) parseError(`dirname(): Too many arguments given (${args.length})`);
  if (typeof path !== "string") parseError("dirname(): Requires string as argument");
  if (path === "") parseError("dirname(): Requires a non-empty string as argument");
  return directoryOf(path);
});
