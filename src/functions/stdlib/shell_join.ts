import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { shellEscape } from "../shell-words.ts";

/** The elements of an array as a command line for a Bourne shell. */
export const shell_join = defineLegacyFunction("shell_join", -1, (_call, args) => {
  const [array] = args;
  if (args.length !== 1) parseError(`shell_join(): Wrong number of arguments given (${args.length} for 1)`);
  if (!Array.isArray(array)) parseError(`First argument is not an Array: ${rubyInspect(array!)}`);
  return (array as readonly Value[]).map((element) => shellEscape(rubyText(element))).join(" ");
});
