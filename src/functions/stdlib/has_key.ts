import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Whether a hash has a key. */
export const has_key = defineLegacyFunction("has_key", -1, (_call, args) => {
  const [hash, key] = args;
  if (args.length !== 2) parseError(`has_key(): wrong number of arguments (${args.length}; must be 2)`);
  if (!(hash instanceof Hash)) {
    const what = `${rubyInspect(hash!)} which is of type ${rubyClass(hash!)}`;
    parseError(`has_key(): expects the first argument to be a hash, got ${what}`);
  }
  return hash.has(key!);
});
