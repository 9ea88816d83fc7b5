import { fail } from "../../diagnostics/failure.ts";
import { rubyInspect, rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { shellSplit } from "../shell-words.ts";

/** The words of a command line, as a Bourne shell splits it. */
export const shell_split = defineLegacyFunction("shell_split", -1, (_call, args) => {
  if (args.length !== 1) parseError(`shell_split(): Wrong number of arguments given (${args.length} for 1)`);
  const line = rubyText(args[0]!);
  return shellSplit(line) ?? fail("ARGUMENT_ERROR", `Unmatched quote: ${rubyInspect(line)}`);
});
