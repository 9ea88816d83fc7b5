import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Whether there is a function of a name. */
export const is_function_available = defineLegacyFunction(
  "is_function_available",
  -1,
  ({ compilation }, args) => {
    if (args.length !== 1) {
      parseError(`is_function_available?(): Wrong number of arguments given ${args.length} for 1`);
    }
    return typeof args[0] === "string" && compilation.functions.has(args[0]);
  },
);
