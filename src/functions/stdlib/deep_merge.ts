import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";

/** Hashes laid over one another, and hashes in them too. */
export const deep_merge = defineLegacyFunction("deep_merge", -1, (_call, args) => {
  if (args.length < 2)
    parseError(`deep_merge(): wrong number of arguments (${args.length}; must be at least 2)`);
  let result = Hash.empty;
  for (const arg of args) {
    if (arg === "") continue;
    if (!(arg instanceof Hash)) {
      parseError(`deep_merge: unexpected argument type ${rubyClass(arg)}, only expects hash arguments`);
    }
    result = mergedDeeply(result, arg);
  }
  return result;
});

function mergedDeeply(under: Hash, over: Hash): Hash {
  const entries = [...over].map(([key, value]) => {
    const old = under.get(key);
    return [key, old instanceof Hash && value instanceof Hash ? mergedDeeply(old, value) : value] as const;
  });
  return under.merge(Hash.from(entries));
}
