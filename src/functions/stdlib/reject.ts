import { Regexp } from "../../values/regexp.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The elements of an array in which a pattern is not found. */
export const reject = defineLegacyFunction("reject", -1, (_call, args) => {
  if (args.length !== 2) parseError(`reject(): Wrong number of arguments given ${args.length} for 2`);
  const [array] = args;
  if (!Array.isArray(array)) parseError("reject(): Requires array to work with");
  const pattern = Regexp.checked(rubyText(args[1]!));
  return (array as readonly Value[]).filter(
    (element) => typeof element !== "string" || !pattern.test(element),
  );
});
