import { distinct } from "../../values/equality.ts";
import { hashKey } from "../../values/hash-key.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** The elements that both arrays have, each once. */
export const intersection = defineLegacyFunction("intersection", -1, (_call, args) => {
  if (args.length !== 2) parseError(`intersection(): Wrong number of arguments given (${args.length} for 2)`);
  const [first, second] = args;
  if (!Array.isArray(first) || !Array.isArray(second)) {
    parseError(`intersection(): Requires 2 arrays, got ${rubyClass(first!)} and ${rubyClass(second!)}`);
  }
  const held = new Set(second.map(hashKey));
  return distinct(first.filter((element) => held.has(hashKey(element))));
});
