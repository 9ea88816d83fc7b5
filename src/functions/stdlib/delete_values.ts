import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { rubyClass } from "../../values/ruby/class.ts";
import { defineLegacyFunction } from "../legacy-function.ts";
import { parseError } from "../parse-error.ts";
import { rubyEqual } from "../ruby-equal.ts";

/** A hash without the entries that have a value. */
export const delete_values = defineLegacyFunction("delete_values", -1, (_call, args) => {
  if (args.length !== 2) parseError(`delete_values(): Wrong number of arguments given (${args.length} of 2)`);
  const [hash, item] = args;
  if (!(hash instanceof Hash)) {
    const kind = rubyClass(hash!);
    fail("TYPE_ERROR", `delete_values(): First argument must be a Hash. Given an argument of class ${kind}.`);
  }
  return Hash.from([...hash].filter(([, value]) => !rubyEqual(item!, value)));
});
