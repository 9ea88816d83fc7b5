import { globSync } from "node:fs";
import { rubyText } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The paths that shell patterns match, in order. */
export const glob = defineLegacyFunction("glob", -1, (_call, args) => {
  const [pattern] = args;
  if (args.length !== 1) parseError(`glob(): Wrong number of arguments given (${args.length} for 1)`);
  if (typeof pattern !== "string" && !Array.isArray(pattern)) {
    parseError("glob(): Requires either array or string to work");
  }
  const patterns: readonly Value[] = typeof pattern === "string" ? [pattern] : (pattern as readonly Value[]);
  return patterns.flatMap((each) => globSync(rubyText(each)).sort());
});
